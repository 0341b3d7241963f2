import type { SeatId } from '../kernel/index.ts';
import type { SupportCode } from './problems.ts';
import { CHECK_PARTS, type Help, type ProvinceReadiness, type Readiness } from './state.ts';

/** A request that nobody took for so long comes to the centre (H2). */
export const HELP_PASSES_ON_MS = 2 * 60 * 1000;

/** At whom a request is now; who has it taken keeps it (H2). */
export const helpIsAt = (
  { dueAt, passedAt, takenBy }: Pick<Help, 'dueAt' | 'passedAt' | 'takenBy'>,
  now: number,
): 'province' | 'centre' => {
  if (takenBy) return takenBy.isCentre ? 'centre' : 'province';
  return passedAt !== null || now >= dueAt ? 'centre' : 'province';
};

type Acted = Pick<Help, 'takenBy' | 'end'>;

/** @param from who had it taken when the page was looked at: somebody else meanwhile is not overruled (H3) */
export const whyNotTake = ({ takenBy, end }: Acted, by: SeatId, from: SeatId | null): SupportCode | null => {
  if (end) return 'support.help_ended';
  const seatId = takenBy?.seatId ?? null;
  return seatId === by || seatId === from ? null : 'support.help_taken';
};

/** Only who took a request speaks of it to the site (H4). */
export const whyNotAnswer = ({ takenBy, end }: Acted, by: SeatId): SupportCode | null => {
  if (end) return 'support.help_ended';
  return takenBy?.seatId === by ? null : 'support.help_not_yours';
};

/** The province hands on what nobody has taken, or what it has taken itself (H2). */
export const whyNotPass = ({ takenBy, end }: Acted): SupportCode | null => {
  if (end) return 'support.help_ended';
  return takenBy?.isCentre ? 'support.help_taken' : null;
};

/** Ended the same way before: nothing to do; the other way: it cannot be undone. */
export const whyNotEnd = (
  { takenBy, end }: Acted,
  how: NonNullable<Help['end']>['how'],
  by: SeatId,
): SupportCode | 'done' | null => {
  if (end) return end.how === how ? 'done' : 'support.help_ended';
  return how === 'withdrawn' || takenBy?.seatId === by ? null : 'support.help_not_yours';
};

/** Ready: every part was found right (H8). */
export const isReady = ({ right }: Pick<Readiness, 'right'>): boolean => right === CHECK_PARTS.length;

export const isChecked = ({ right, wrong }: Pick<Readiness, 'right' | 'wrong'>): boolean =>
  right + wrong === CHECK_PARTS.length;

/** How much a province needs the centre: calls for help, then lost screens, then what is wrong, weak or missing (H7). */
const weightOf = ({
  sites,
  ready,
  wrong,
  absent,
  lost,
  weak,
  help,
  helpAtCentre,
}: ProvinceReadiness): readonly number[] => [
  helpAtCentre,
  help,
  lost,
  wrong,
  weak,
  sites === 0 ? 0 : (sites - ready) / sites,
  absent,
];

/** Worst first; equals by their code, the centre before all. */
export const worstFirst = (provinces: readonly ProvinceReadiness[]): readonly ProvinceReadiness[] =>
  provinces.toSorted((a, b) => {
    const [left, right] = [weightOf(a), weightOf(b)];
    const at = left.findIndex((weight, i) => weight !== right[i]);
    if (at >= 0) return right[at]! - left[at]!;
    return (a.code ?? '').localeCompare(b.code ?? '');
  });
