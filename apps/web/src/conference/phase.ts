import type { ConferenceCommand, Phase } from '@diemcau/domain/conference';
import type { Live } from '@diemcau/domain/live';

export type PhaseAct = 'open' | 'pause' | 'resume' | 'close';

/** What may be done to the conference as it stands now, the likeliest first (prepared → open ⇄ paused → closed). */
export const phaseActs = (status: Live['conference']['status']): readonly PhaseAct[] => {
  switch (status) {
    case 'prepared':
      return ['open'];
    case 'open':
      return ['pause', 'close'];
    case 'paused':
      return ['resume', 'close'];
    case 'absent':
    case 'closed':
      return [];
  }
};

/** Going on after a pause is undone by another pause; the others are asked once, with their effect. */
export const asksFirst = (act: PhaseAct): boolean => act !== 'resume';

export const phaseCommand = (act: PhaseAct): ConferenceCommand => ({ type: `conference.${act}` });

export type PhaseView = {
  readonly status: Phase;
  readonly startsAt: number;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly acts: readonly PhaseAct[];
};

/** The phase of the conference; null while it is not known. Times in ms since the epoch. */
export const phaseView = ({ conference }: Live): PhaseView | null => {
  if (conference.status === 'absent') return null;
  const { status, startsAt, openedAt, closedAt } = conference;
  return { status, startsAt, openedAt, closedAt, acts: phaseActs(status) };
};
