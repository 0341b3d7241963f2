/** Choosing sites: by units, by search, by pasted codes; and the running total against a limit. */
export { HallField } from './HallField.tsx';
export { type Change, type ChosenSite, inOrder, selectionOf, type Selection, totalsOf } from './selection.ts';
export { SiteChooser, type SiteChooserProps } from './SiteChooser.tsx';
export { siteWords } from './words.ts';
