import { z } from 'zod';
import { ConferenceRole, SiteId } from '../kernel/index.ts';
import { RecordSite } from './api.ts';

const count = z.number().int();
const Time = z.number().int();

/** Of the picture, made by its page: sent twice it is one. */
export const StillId = z.uuid().brand<'StillId'>();
export type StillId = z.infer<typeof StillId>;

/** What was taken: the picture on air as it is laid out, or the camera of one site. */
export const StillOf = z.enum(['programme', 'site']);
export type StillOf = z.infer<typeof StillOf>;

export const MAX_STILL_BYTES = 3 * 1024 * 1024;
/** Most sites of one picture: a mosaic of nine. */
export const MAX_STILL_SITES = 9;
/** Most stills of one seat in a minute, and of one conference. */
export const STILLS_A_MINUTE = 20;
export const STILL_LIMIT = 2000;
/** Longest that a still may be on its way: a page sends it again while the server does not answer. */
export const STILL_BACK_MS = 10 * 60_000;
/** A moment that is this much ahead is a clock that is off, and is taken as of now. */
export const STILL_AHEAD_MS = 60_000;
/** Longest side in pixels; four cameras of full size beside one another are less. */
export const MAX_STILL_SIDE = 4096;

const sites = z
  .string()
  .max(40 * MAX_STILL_SITES)
  .transform((text) => text.split(','))
  .pipe(z.array(SiteId).min(1).max(MAX_STILL_SITES));

/** What a page says of a picture beside the picture itself: the moment in the record, and what was seen then. */
export const TakeStillQuery = z.strictObject({
  of: StillOf,
  /** Ids with commas between them, in the order of the picture. */
  sites,
  /** The site on air at that moment; none: a title card. */
  onAir: SiteId.optional(),
  /** The last event that the page knew. */
  seq: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  at: z.coerce.number().int(),
});
export type TakeStillQuery = z.output<typeof TakeStillQuery>;

export const Still = z.object({
  stillId: StillId,
  of: StillOf,
  siteIds: z.array(SiteId),
  onAirId: SiteId.nullable(),
  by: ConferenceRole,
  seq: count,
  at: Time,
  /** In pixels and bytes. */
  width: count,
  height: count,
  bytes: count,
  /** Its place in the order in which stills came. */
  changed: count,
});
export type Still = z.infer<typeof Still>;

/** Stills in the order in which they came, and the names of their sites. */
export const StillPage = z.object({
  items: z.array(Still),
  sites: z.array(RecordSite),
  next: count,
  more: z.boolean(),
});
export type StillPage = z.infer<typeof StillPage>;
