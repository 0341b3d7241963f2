import { lazyRouteComponent, useLocation, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import type { ScreenEntry, ScreenProps, Surroundings } from './screens.ts';

type Around = (props: { children: ReactNode }) => ReactNode;
type Screen = (props: ScreenProps) => ReactNode;

const Bare: Around = ({ children }) => children;

/** The kits are loaded with the first page that needs them, beside its code. */
const surroundings: Readonly<Record<Surroundings, () => Promise<Around>>> = {
  bare: () => Promise.resolve(Bare),
  desk: () => import('./DeskKit.tsx').then((kit) => kit.default),
  office: () => import('./OfficeKit.tsx').then((kit) => kit.default),
};

const within = (AroundScreen: Around, Screen: Screen) => () => {
  const { id } = useParams({ strict: false });
  const { hash } = useLocation();
  return (
    <AroundScreen>
      <Screen conferenceId={typeof id === 'string' ? id : ''} secret={hash.replace(/^#/, '')} />
    </AroundScreen>
  );
};

/** The component of a route: the screen in its surroundings, both loaded at once, given what its address says. */
export const routeScreen = (entry: ScreenEntry) =>
  lazyRouteComponent(async () => {
    const [around, screen] = await Promise.all([surroundings[entry.around](), entry.load()]);
    return { default: within(around, screen.default) };
  });
