import { z } from 'zod';
import { foldText } from './text.ts';

/** Longest page of any list. */
export const MAX_PAGE = 200;

/** Text that a person typed into a search field, in the form in which names are compared. */
export const SearchText = z
  .string()
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
  .transform(foldText);

/** Query of every list: `cursor` is the `next` of the page before, an opaque text. */
export const PageQuery = z.object({
  q: SearchText.optional(),
  cursor: z
    .string()
    .max(400)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
});
export type PageQuery = z.output<typeof PageQuery>;

/** `next` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
export const countedPageOf = <T extends z.ZodType>(item: T) => pageOf(item).extend({ total: z.number().int() });
