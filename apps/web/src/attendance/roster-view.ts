import type { Delegate, MarkStatus } from '@diemcau/domain/attendance';
import { foldText } from '@diemcau/domain/kernel';
import type { OwnRollCall } from '@diemcau/domain/wire';

import { matching } from '../ui/index.ts';
import type { Roster } from './roster-port.ts';

/** Who of a roster stands how, by name; `summoned`: all but substitutes. */
export type Tally = Readonly<Record<MarkStatus, number>> & { readonly all: number; readonly summoned: number };

export const tallyOf = (delegates: readonly Delegate[]): Tally => {
  const count = (status: MarkStatus) => delegates.filter((one) => one.status === status).length;
  return {
    all: delegates.length,
    summoned: delegates.filter(({ kind }) => kind !== 'substitute').length,
    present: count('present'),
    absent: count('absent'),
    left: count('left'),
    unknown: count('unknown'),
  };
};

export type RosterFilter = 'all' | 'unknown' | 'present' | 'away';

const isIn = (filter: RosterFilter, status: MarkStatus): boolean => {
  if (filter === 'all') return true;
  return filter === 'away' ? status === 'absent' || status === 'left' : status === filter;
};

/** Found without accents, in any order of words. */
export const searched = (delegates: readonly Delegate[], query: string, filter: RosterFilter): readonly Delegate[] =>
  matching(
    delegates.filter(({ status }) => isIn(filter, status)),
    query,
    ({ honorific, name, position, unit }) => [honorific, name, position, unit].join(' '),
    foldText,
  );

/** "Đồng chí Hoàng Thị Duyên". */
export const calledOf = ({ honorific, name }: Pick<Delegate, 'honorific' | 'name'>): string => `${honorific} ${name}`;

/** The head count that a site would answer now; null while nothing is marked and nothing was answered. */
export const suggestedHeads = ({ answer, present, delegates }: Roster): number | null => {
  // As the server counts: heads of the answer, with those who came and left by name since (N6).
  if (answer !== null) return present;
  const named = tallyOf(delegates).present;
  return named === 0 ? null : named;
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Of Viet Nam's clock, which has no summer time. */
const AHEAD_OF_UTC_MS = 7 * 60 * MINUTE_MS;

/** The latest moment, not after now, at which Viet Nam's clocks showed "07:45"; null for what is no time of day. */
export const momentAt = (clock: string, now: number): string | null => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const midnight = now - ((now + AHEAD_OF_UTC_MS) % DAY_MS);
  const today = midnight + (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return new Date(today > now ? today - DAY_MS : today).toISOString();
};

/** What a page is told of its own site while it does nothing. */
export type Told = Pick<OwnRollCall, 'answered' | 'headCount' | 'present' | 'summoned'>;

export const isKnown = ({ answer, present, summoned }: Roster, told: Told): boolean =>
  (answer !== null) === told.answered &&
  (answer?.headCount ?? null) === told.headCount &&
  present === told.present &&
  summoned === told.summoned;

/** Most heads that one room may report. */
export const MOST_HEADS = 10_000;

/** The number that was typed, or null when it is none that a room can have. */
export const readHeads = (typed: string): number | null => {
  const digits = typed.trim();
  if (!/^\d{1,5}$/.test(digits)) return null;
  const heads = Number(digits);
  return heads <= MOST_HEADS ? heads : null;
};
