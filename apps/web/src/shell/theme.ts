/** Live screens are dark and quiet; what comes before and after is light. */
export type Theme = 'live' | 'office';

const livePaths = [
  /^\/room\/?$/,
  /^\/c\/[^/]+\/(?:room|chair|moderator|operator|secretary|tech|clerk|delegate|watch)\/?$/,
];

/** The theme of a page, by its path: known before any of its code is loaded, so that nothing flashes. */
export const themeOf = (pathname: string): Theme => (livePaths.some((path) => path.test(pathname)) ? 'live' : 'office');

/** Puts the theme on `<html>`. */
export const applyTheme = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme;
};
