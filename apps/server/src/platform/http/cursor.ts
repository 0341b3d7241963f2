import { z } from 'zod';

/** A text in a cursor: what people send instead of ours must not reach the database. */
export const cursorText = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

/** The place where the next page of a list begins, as an opaque text. */
export const writeCursor = (place: readonly (string | number | boolean)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a cursor names; null for a text that no page of ours has given, which begins at the beginning. */
export const readCursor = <T>(schema: z.ZodType<T>, cursor: string | undefined): T | null => {
  if (cursor === undefined) return null;
  try {
    const place = schema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return place.success ? place.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** A text inside a LIKE pattern, taken literally. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** A LIKE pattern for each word of a search, which may stand anywhere. */
export const likeWords = (q: string): readonly string[] =>
  q
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${likeText(word)}%`);

/** One more row than asked for was read: it says whether there is another page. */
export const cutPage = <Row>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => readonly (string | number | boolean)[],
): { readonly rows: readonly Row[]; readonly next: string | null } => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? writeCursor(place(last)) : null };
};
