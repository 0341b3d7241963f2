import { MAX_CODES, normaliseCode } from '@diemcau/domain/site';

export type PastedCodes = {
  /** As they were pasted, each once. */
  readonly codes: readonly string[];
  /** How many repeated one that came before. */
  readonly repeated: number;
  /** More than one request may carry; nothing is sent then. */
  readonly isTooMany: boolean;
};

const looksLikeCode = (word: string): boolean => /\d/.test(word) || /^[A-Z]{1,6}$/.test(word);

/**
 * The codes in a pasted text: a column of a table, a list with commas, or codes between blanks. What does not look like
 * codes stays as it is, so that it shows among the unknown ones instead of disappearing.
 */
export const readCodes = (text: string): PastedCodes => {
  const cells = text
    .split(/[\r\n\t,;|]+/)
    .map((cell) => cell.replace(/^["'\s]+|["'\s]+$/g, ''))
    .filter((cell) => normaliseCode(cell) !== '');
  const all = cells.flatMap((cell) => {
    const words = cell.split(/\s+/);
    return words.every(looksLikeCode) ? words : [cell];
  });
  const seen = new Set<string>();
  const once = all.filter((code) => {
    const before = seen.size;
    return seen.add(normaliseCode(code)).size > before;
  });
  return { codes: once, repeated: all.length - once.length, isTooMany: once.length > MAX_CODES };
};
