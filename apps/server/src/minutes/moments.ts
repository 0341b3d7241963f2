import { sql, type RawBuilder } from 'kysely';
import type { RehearsalTime } from './records.ts';

/** Whether a moment, by its column `at`, belongs to the record that is read. */
export type Moments = (at: RawBuilder<unknown>) => RawBuilder<boolean>;

/** Moments of one rehearsal, or those of none: what stands beside a moment is of its record (K20). */
export const momentsOf = (rehearsals: readonly RehearsalTime[], rehearsal?: number): Moments => {
  const within = (at: RawBuilder<unknown>, { from, to }: RehearsalTime) =>
    sql<boolean>`(${at} >= ${new Date(from)} and ${at} < ${to === null ? 'infinity' : new Date(to)}::timestamptz)`;
  return (at) => {
    const chosen = rehearsals.filter(({ no }) => rehearsal === undefined || no === rehearsal);
    const any =
      chosen.length === 0
        ? sql<boolean>`false`
        : sql<boolean>`(${sql.join(
            chosen.map((one) => within(at, one)),
            sql` or `,
          )})`;
    return rehearsal === undefined ? sql<boolean>`not ${any}` : any;
  };
};
