import { z } from 'zod';
import type { AccountId, ConferenceId, SeatId, SiteId, UnitId } from './ids.ts';

/** What a seat is for; the interface's words stand in `seat/words`. */
export const ConferenceRole = z.enum([
  'chair',
  'moderator',
  'operator',
  'secretary',
  /** Serves the sites of all provinces from the centre; a site's own technician is no seat. */
  'technician',
  'clerk',
  'room',
  /** A site of one person: room screen and clerk's page on one device. */
  'delegate',
  'observer',
]);
export type ConferenceRole = z.infer<typeof ConferenceRole>;

/** Who acts. Built by the edge from a seat's token, a signed-in account, or the system itself. */
export type Actor =
  | {
      readonly kind: 'seat';
      readonly seatId: SeatId;
      readonly conferenceId: ConferenceId;
      readonly role: ConferenceRole;
      readonly siteId: SiteId | null;
    }
  | {
      readonly kind: 'administrator';
      readonly accountId: AccountId;
      /** The units in which the account holds the role; each covers its subtree. */
      readonly unitIds: readonly UnitId[];
    }
  | { readonly kind: 'system'; readonly name: 'reconciler' | 'deadline' | 'demo' | 'retention' }
  | { readonly kind: 'nobody' };
