import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useLocation,
} from '@tanstack/react-router';
import { useLayoutEffect } from 'react';

import { Loading } from '../ui/index.ts';
import { Crash } from './Crash.tsx';
import { routeScreen } from './RouteScreen.tsx';
import { type ScreenEntry, screens } from './screens.ts';
import { applyTheme, themeOf } from './theme.ts';
import { UnexpectedNotice } from './UnexpectedNotice.tsx';

const Root = () => {
  const { pathname } = useLocation();
  const theme = themeOf(pathname);
  useLayoutEffect(() => applyTheme(theme), [theme]);
  return (
    <>
      <Outlet />
      <UnexpectedNotice />
    </>
  );
};

const root = createRootRoute({
  component: Root,
  notFoundComponent: lazyRouteComponent(() => import('./NotFound.tsx'), 'NotFound'),
});

const routeOf = (entry: ScreenEntry) =>
  createRoute({
    getParentRoute: () => root,
    path: entry.path,
    component: routeScreen(entry),
  });

/** Pages to look at the design system, on a developer's machine only: the build leaves them out. */
const developerScreens: readonly ScreenEntry[] = import.meta.env.DEV
  ? [
      { path: '/gallery/live', around: 'bare', load: () => import('../ui/gallery/LiveGallery.tsx') },
      { path: '/gallery/office', around: 'office', load: () => import('../ui/gallery/OfficeGallery.tsx') },
      { path: '/gallery/room', around: 'bare', load: () => import('../ui/gallery/RoomGallery.tsx') },
    ]
  : [];

/** The router of the page: one route for each screen of the table. */
export const newRouter = () =>
  createRouter({
    routeTree: root.addChildren([...screens, ...developerScreens].map(routeOf)),
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error }) => <Crash error={error} unattended={false} />,
    defaultPreload: false,
  });
