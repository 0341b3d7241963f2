import { type ConferenceCommand, type ConferencePhase, phaseTold } from '@diemcau/domain/conference';
import type { Live } from '@diemcau/domain/live';

export type PhaseAct = 'open' | 'rehearse' | 'endRehearsal' | 'pause' | 'resume' | 'close';

/**
 * What may be done to the conference as it stands now, the likeliest first (prepared → open ⇄ paused → closed; a
 * rehearsal from prepared and back).
 */
export const phaseActs = (status: ConferencePhase | 'absent'): readonly PhaseAct[] => {
  switch (status) {
    case 'prepared':
      return ['open', 'rehearse'];
    case 'rehearsal':
      return ['endRehearsal'];
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
  readonly status: ConferencePhase;
  readonly startsAt: number;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly acts: readonly PhaseAct[];
};

/** The phase of the conference; null while it is not known. Times in ms since the epoch. */
export const phaseView = ({ conference }: Live): PhaseView | null => {
  if (conference.status === 'absent') return null;
  const { startsAt, openedAt, closedAt } = conference;
  const status = phaseTold(conference);
  const during: readonly PhaseAct[] =
    conference.status === 'paused' ? ['resume', 'endRehearsal'] : ['pause', 'endRehearsal'];
  return { status, startsAt, openedAt, closedAt, acts: status === 'rehearsal' ? during : phaseActs(status) };
};
