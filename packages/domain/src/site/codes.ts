/**
 * The form in which codes are compared: as pasted from a table, a list or a letter.
 * Blanks, control and zero-width marks go, letters are capitals (T3).
 */
export const normaliseCode = (code: string): string => code.replace(/[\s\p{C}]+/gu, '').toUpperCase();
