/** Addresses of the pages around signing in. */
export const firstHref = '/first';
export const demoHref = '/demo';
export const newConferenceHref = '/c/new';

/** The sign-in page, which leads back to `here` (path and query) afterwards. */
export const signInHref = (here: string): string =>
  here === '/' || here === '' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`;

/** Where signing in leads: the page of our own that `search` names, else home. A foreign address is never followed. */
export const safeReturn = (search: string): string => {
  const next = new URLSearchParams(search).get('next') ?? '/';
  const base = 'http://own.invalid';
  if (!next.startsWith('/') || !URL.canParse(next, base)) return '/';
  const { origin, pathname, search: query } = new URL(next, base);
  return origin === base && pathname !== '/sign-in' ? pathname + query : '/';
};
