import { z } from 'zod';
import { PageQuery, SiteId, UnitId, countedPageOf } from '../kernel/index.ts';

export const Site = z.object({
  siteId: SiteId,
  code: z.string(),
  /** "Xã Ba Bể", as it stands after "Điểm cầu". */
  name: z.string(),
  unitId: UnitId,
  /** "tỉnh Thái Nguyên"; null for the centre and for the provinces, whose own name says it. */
  province: z.string().nullable(),
});
export type Site = z.infer<typeof Site>;

export const SiteQuery = PageQuery.extend({ under: UnitId.optional() });
export const SitePage = countedPageOf(Site);

/** Most codes that one request may carry: the whole system has 3,356 sites. */
export const MAX_CODES = 5000;
export const SiteCode = z.string().max(40);

export const ResolveBody = z.strictObject({ codes: z.array(SiteCode).min(1).max(MAX_CODES) });
export const Resolved = z.object({
  found: z.array(z.object({ code: z.string(), siteId: SiteId, name: z.string() })),
  unknown: z.array(z.string()),
});
export type Resolved = z.infer<typeof Resolved>;
