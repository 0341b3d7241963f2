import type { AttendanceTotals, RollCall } from '@diemcau/domain/attendance';
import type { Live } from '@diemcau/domain/live';

/** `mayOpen`: a roll call, or another one, may be opened; not once the conference is over. */
export type RollCallView =
  | { readonly status: 'none'; readonly mayOpen: boolean }
  | ({ readonly status: 'open' } & Pick<RollCall, 'rollCallId' | 'closesAt'>)
  | {
      readonly status: 'closed';
      readonly rollCallId: RollCall['rollCallId'];
      readonly closedAt: number;
      readonly mayOpen: boolean;
    };

/** The latest roll call as a desk handles it (N1). */
export const rollCallView = ({ attendance: { rollCall }, conference }: Live): RollCallView => {
  const mayOpen = conference.status !== 'absent' && conference.status !== 'closed';
  if (rollCall === null) return { status: 'none', mayOpen };
  const { rollCallId } = rollCall;
  if (rollCall.status === 'open') return { status: 'open', rollCallId, closesAt: rollCall.closesAt };
  return { status: 'closed', rollCallId, closedAt: rollCall.closedAt, mayOpen };
};

export type Numbers = {
  readonly answered: number;
  readonly invited: number;
  readonly present: number;
  readonly summoned: number;
};
/** People may be counted whom no roster names: then there is no whole to hold them against, and it is 0. */
export const wholeOf = (part: number, whole: number): number => (part > whole ? 0 : whole);

/** `code` null: the sites of the centre. */
export type ProvinceNumbers = Numbers & { readonly code: string | null; readonly name: string | null };
export type DeskNumbers = Numbers & { readonly provinces: readonly ProvinceNumbers[] };

const unanswered = <T extends Numbers>(numbers: T): T => ({ ...numbers, answered: 0 });

/** The numbers of this roll call: those of the one before still come for a moment after another was opened. */
export const deskNumbers = (totals: AttendanceTotals, { attendance: { rollCall } }: Live): DeskNumbers => {
  if (totals.rollCallId === (rollCall?.rollCallId ?? null)) return totals;
  return { ...unanswered(totals), provinces: totals.provinces.map(unanswered) };
};

/** What part of a whole is done, from 0 to 1. */
export const ratioOf = (part: number, whole: number): number => (whole === 0 ? 1 : Math.min(1, part / whole));
