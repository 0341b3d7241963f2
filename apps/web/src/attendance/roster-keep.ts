import { AnswerBody, Mark, MarkBody } from '@diemcau/domain/attendance';
import { z } from 'zod';

import { RosterEdit } from './roster-edits.ts';

/** What a clerk did and nobody has heard yet: kept on this device until it is sent. */
const Unsent = z.object({
  /** Changes of the roster itself, which go before all marks; a device of before kept none. */
  edits: z.array(RosterEdit).default([]),
  /** On its way: again with the same id until it is answered. */
  sending: MarkBody.nullable(),
  marks: z.array(Mark),
  answer: AnswerBody.nullable(),
});
export type Unsent = z.infer<typeof Unsent>;

export const NOTHING_UNSENT: Unsent = { edits: [], sending: null, marks: [], answer: null };

export type RosterKeep = { readonly read: () => Unsent; readonly write: (unsent: Unsent) => void };

/** Of one site, as one seat serves it. Where nothing may be kept, a reload loses what was not sent. */
export const rosterKeep = (seatId: string, siteId: string): RosterKeep => {
  const key = `attendance.${seatId}.${siteId}`;
  return {
    read: () => {
      try {
        return Unsent.catch(NOTHING_UNSENT).parse(JSON.parse(localStorage.getItem(key) ?? 'null'));
      } catch {
        // Storage is forbidden, or holds what is not ours.
        return NOTHING_UNSENT;
      }
    },
    write: (unsent) => {
      try {
        const { edits, sending, marks, answer } = unsent;
        if (edits.length === 0 && sending === null && marks.length === 0 && answer === null)
          localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(unsent));
      } catch {
        // Storage is full or forbidden: the page still sends.
      }
    },
  };
};
