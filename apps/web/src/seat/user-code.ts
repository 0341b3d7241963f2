import { readUserCode, showUserCode, USER_CODE_ALPHABET, USER_CODE_LENGTH } from '@diemcau/domain/seat';

/** What a person types, as it is shown while typing: capitals of the alphabet, a dash in the middle. */
export const typedCode = (typed: string): string => {
  const letters = typed.toUpperCase().replaceAll(new RegExp(`[^${USER_CODE_ALPHABET}]`, 'g'), '');
  const kept = letters.slice(0, USER_CODE_LENGTH);
  return kept.length > USER_CODE_LENGTH / 2 ? showUserCode(kept) : kept;
};

/** The code that a scanned link carries after `#`, as `BCDF-GHJK` or `code=BCDF-GHJK`; null when it carries none. */
export const codeInLink = (fragment: string): string | null => {
  const code = readUserCode(fragment.replace(/^#/, '').replace(/^code=/, ''));
  return code === null ? null : showUserCode(code);
};
