import { z } from 'zod';
import { DelegateId, Phone, line } from '../kernel/index.ts';

/** Most delegates of one site, and of one paste. The largest room seen held 129. */
export const ROSTER_LIMIT = 300;

export const DelegateKind = z.enum(['official', 'guest', 'substitute']);
export type DelegateKind = z.infer<typeof DelegateKind>;

/** Who is expected at a site. Never part of an event: rows may be corrected and erased. */
export const DelegateText = z.strictObject({
  honorific: line(40),
  name: line(80),
  position: line(200).nullable(),
  unit: line(200).nullable(),
  kind: DelegateKind,
  /** Whom a substitute stands in for; null for all others, and when that person is not on the roster. */
  substituteFor: DelegateId.nullable(),
  phone: Phone.nullable(),
  /** Place in the delegation, from 1. */
  rank: z.number().int().min(1).max(999).nullable(),
});
export type DelegateText = z.output<typeof DelegateText>;

/** `unknown`: not marked yet, or a mark that was taken back. */
export const MarkStatus = z.enum(['present', 'absent', 'left', 'unknown']);
export type MarkStatus = z.infer<typeof MarkStatus>;

/** A site's roster in numbers. `summoned`: all but substitutes, who take the place of one who is. */
export type Head = { readonly summoned: number; readonly present: number };

/** An answer in numbers: heads that were counted, and how many of the names were marked as present at that moment. */
export type Answered = { readonly headCount: number; readonly named: number };

/** Who is there now: the head count of the answer, with those who came and went by name since (N6). */
export const presentNow = (present: number, answer: Answered | null): number =>
  answer === null ? present : Math.max(0, answer.headCount + present - answer.named);
