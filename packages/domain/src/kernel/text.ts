import { z } from 'zod';

/**
 * The form in which texts are compared and searched: lower case, without marks, đ as d, single spaces.
 * Treats uỷ / ủy, hoà / hòa, composed and decomposed letters, and missing accents alike.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** Nothing that a person does not type: control (but the line's end), direction-changing and private characters. */
const WITHOUT_CONTROLS = /^(?:\n|[^\p{Cc}\p{Cs}\p{Co}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd])*$/u;

/**
 * One line that a person typed: composed letters, trimmed, no control or direction-changing characters, and at
 * least one that can be seen.
 * @param max longest length in characters
 */
export const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .regex(/[\p{L}\p{N}\p{P}\p{S}]/u)
        .regex(WITHOUT_CONTROLS),
    );

/**
 * Several lines that a person typed, as `line` takes each of them: ends trimmed, no more than one empty line in a row.
 * @param max longest length in characters
 */
export const lines = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/\r\n?/gu, '\n')
        .replace(/[^\S\n]+/gu, ' ')
        .replace(/ ?\n ?/gu, '\n')
        .replace(/\n{3,}/gu, '\n\n')
        .trim(),
    )
    .pipe(z.string().max(max).regex(WITHOUT_CONTROLS));

/** A telephone number as people write it: "024 3825 6789", "+84 (0)912-345-678". */
export const Phone = line(30).pipe(z.string().regex(/^[+(]?[0-9][0-9 ().-]*$/));
