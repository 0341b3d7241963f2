import { z } from 'zod';
import { SiteId } from '../kernel/index.ts';

export const ConferenceKind = z.enum(['meeting', 'conference', 'seminar', 'training', 'congress']);
export type ConferenceKind = z.infer<typeof ConferenceKind>;

/** Most sites that one `invite` command or `sitesInvited` event may carry. */
export const INVITE_BATCH = 500;

const siteIds = z.array(SiteId).min(1).max(INVITE_BATCH);

export const ConferenceCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('conference.prepare'),
    kind: ConferenceKind,
    startsAt: z.number().int(),
    hallId: SiteId,
    siteLimit: z.number().int().min(1).max(10_000),
  }),
  z.strictObject({ type: z.literal('conference.invite'), siteIds }),
  z.strictObject({ type: z.literal('conference.uninvite'), siteIds }),
  z.strictObject({ type: z.literal('conference.open') }),
  z.strictObject({ type: z.literal('conference.rehearse') }),
  z.strictObject({ type: z.literal('conference.endRehearsal') }),
  /** `returnsAt`: when it will go on, as all are told (ms since the epoch). */
  z.strictObject({ type: z.literal('conference.pause'), returnsAt: z.number().int().optional() }),
  z.strictObject({ type: z.literal('conference.setReturn'), returnsAt: z.number().int().nullable() }),
  z.strictObject({ type: z.literal('conference.resume') }),
  z.strictObject({ type: z.literal('conference.close') }),
]);
export type ConferenceCommand = z.infer<typeof ConferenceCommand>;

export const ConferenceEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('conferencePrepared'),
    kind: ConferenceKind,
    startsAt: z.number().int(),
    hallId: SiteId,
    siteLimit: z.number().int(),
  }),
  /** `total` counts the invited sites after this event, so that a page need not know their ids. */
  z.object({ type: z.literal('sitesInvited'), siteIds: z.array(SiteId), total: z.number().int() }),
  z.object({ type: z.literal('sitesUninvited'), siteIds: z.array(SiteId), total: z.number().int() }),
  z.object({ type: z.literal('conferenceOpened') }),
  z.object({ type: z.literal('conferencePaused'), returnsAt: z.number().int().optional() }),
  z.object({ type: z.literal('returnSet'), returnsAt: z.number().int().nullable() }),
  z.object({ type: z.literal('conferenceResumed') }),
  z.object({ type: z.literal('conferenceClosed') }),
  /** `no`: 1 for the first rehearsal of the conference. */
  z.object({ type: z.literal('rehearsalBegun'), no: z.number().int() }),
  z.object({ type: z.literal('rehearsalEnded'), no: z.number().int() }),
]);
export type ConferenceEvent = z.infer<typeof ConferenceEvent>;
