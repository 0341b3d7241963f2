import type { MySeat } from '@diemcau/domain/seat';

/** The seats of one conference that this browser holds or held. */
export type MyConference = Pick<MySeat, 'conferenceId' | 'conferenceName' | 'startsAt' | 'phase'> & {
  readonly seats: readonly MySeat[];
};

const isLive = ({ phase }: MyConference): boolean => phase === 'open' || phase === 'paused';

/** Rank of a conference: what runs, what comes, what has ended. */
const rank = (conference: MyConference): number => (isLive(conference) ? 0 : conference.phase === 'prepared' ? 1 : 2);

/** By conference: what runs first, then the next to come, and what has ended last, the latest first. */
export const myConferences = (seats: readonly MySeat[]): readonly MyConference[] => {
  const all = new Map<string, MyConference>();
  for (const seat of seats) {
    const { conferenceId, conferenceName, startsAt, phase } = seat;
    const before = all.get(conferenceId)?.seats ?? [];
    all.set(conferenceId, { conferenceId, conferenceName, startsAt, phase, seats: [...before, seat] });
  }
  return [...all.values()].toSorted((a, b) => {
    const between = Date.parse(a.startsAt) - Date.parse(b.startsAt);
    return rank(a) - rank(b) || (a.phase === 'closed' ? -between : between);
  });
};
