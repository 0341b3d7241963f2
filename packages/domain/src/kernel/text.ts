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
        .regex(/^[^\p{Cc}\p{Cs}\p{Co}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]*$/u),
    );
