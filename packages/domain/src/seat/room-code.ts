/** RFC 8628, 6.1: no vowels, so that no words arise, and nothing that looks like something else. */
export const USER_CODE_ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ';
export const USER_CODE_LENGTH = 8;
const USER_CODE = new RegExp(`^[${USER_CODE_ALPHABET}]{${USER_CODE_LENGTH}}$`);
export const ROOM_CODE_SECONDS = 600;
export const POLL_SECONDS = 3;

/** The code as a person types it, without blanks, dashes and case; null when it cannot be one. */
export const readUserCode = (typed: string): string | null => {
  const code = typed.replace(/[\s\p{Pd}\p{Cf}]+/gu, '').toUpperCase();
  return USER_CODE.test(code) ? code : null;
};

/** "BCDF-GHJK", as it is shown. */
export const showUserCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
