import { lazy, type ReactNode } from 'react';

type Part<Props> = { readonly default: (props: Props) => ReactNode };

const Absent = () => null;

/**
 * A part of a page that is fetched when it is wanted. One that does not come is left out, and the rest of the page goes
 * on: the page is opened again when its server answers (W15).
 */
export const lazyPart = <Props>(load: () => Promise<Part<Props>>) =>
  lazy(() => load().catch((): Part<Props> => ({ default: Absent })));
