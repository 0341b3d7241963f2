import { MIN_PASSWORD } from '@diemcau/domain/organisation';

export type FirstEntry = {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly again: string;
};
export type FirstField = keyof FirstEntry;

export const emptyFirst: FirstEntry = { name: '', login: '', password: '', again: '' };

const loginRule = /^[\p{L}\p{N}._@+-]{1,60}$/u;

/** The fields that are not right yet, in the order of the form (the same rules as the server's). */
export const wrongFields = ({ name, login, password, again }: FirstEntry): readonly FirstField[] => {
  const wrong: FirstField[] = [];
  const letters = name.trim().length;
  if (letters < 1 || letters > 80) wrong.push('name');
  if (!loginRule.test(login.trim())) wrong.push('login');
  if (password.length < MIN_PASSWORD) wrong.push('password');
  if (again !== password || again === '') wrong.push('again');
  return wrong;
};
