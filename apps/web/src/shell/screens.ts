import type { ReactNode } from 'react';

/**
 * Every page of the product but the room screen, which stands alone (`room.ts`): a screen is one line here. Each is
 * loaded only when it is opened. A screen's `index.ts` exports its component as default; what it is given is `ScreenProps`.
 */
export type ScreenProps = {
  /** Of `/c/<id>/…`; empty on other pages. */
  readonly conferenceId: string;
  /** What follows `#` in a personal link; it never reaches a server's log. Empty without one. */
  readonly secret: string;
};

/**
 * What surrounds a screen: `bare` nothing (chair, clerk: light to load); `desk` the dark office kit; `office` the
 * light one, with cached requests.
 */
export type Surroundings = 'bare' | 'desk' | 'office';

export type ScreenEntry = {
  readonly path: string;
  readonly around: Surroundings;
  readonly load: () => Promise<{ readonly default: (props: ScreenProps) => ReactNode }>;
};

export const screens: readonly ScreenEntry[] = [
  { path: '/', around: 'office', load: () => import('../screens/home/index.ts') },
  { path: '/sign-in', around: 'office', load: () => import('../screens/sign-in/index.ts') },
  { path: '/first', around: 'office', load: () => import('../screens/first/index.ts') },
  { path: '/demo', around: 'office', load: () => import('../screens/demo/index.ts') },
  { path: '/l', around: 'bare', load: () => import('../screens/redeem/index.ts') },
  { path: '/xem', around: 'bare', load: () => import('../screens/redeem/watch-link.ts') },
  { path: '/mau', around: 'office', load: () => import('../screens/templates/index.ts') },
  { path: '/c/new', around: 'office', load: () => import('../screens/create/index.ts') },
  { path: '/c/$id/prepare', around: 'office', load: () => import('../screens/prepare/index.ts') },
  { path: '/c/$id/agenda', around: 'office', load: () => import('../screens/agenda/index.ts') },
  { path: '/c/$id/delegates', around: 'office', load: () => import('../screens/delegates/index.ts') },
  { path: '/c/$id/readiness', around: 'office', load: () => import('../screens/readiness/index.ts') },
  { path: '/c/$id/record', around: 'office', load: () => import('../screens/record/index.ts') },
  { path: '/c/$id/chair', around: 'bare', load: () => import('../screens/chair/index.ts') },
  { path: '/c/$id/moderator', around: 'desk', load: () => import('../screens/moderator/index.ts') },
  { path: '/c/$id/operator', around: 'desk', load: () => import('../screens/operator/index.ts') },
  { path: '/c/$id/secretary', around: 'desk', load: () => import('../screens/secretary/index.ts') },
  { path: '/c/$id/tech', around: 'desk', load: () => import('../screens/technician/index.ts') },
  { path: '/man-hinh', around: 'bare', load: () => import('../screens/confirm/index.ts') },
  { path: '/diem-danh', around: 'bare', load: () => import('../screens/check-in/index.ts') },
  { path: '/c/$id/clerk', around: 'bare', load: () => import('../screens/clerk/index.ts') },
  { path: '/c/$id/delegate', around: 'bare', load: () => import('../screens/room/delegate/index.ts') },
  { path: '/c/$id/watch', around: 'bare', load: () => import('../screens/room/watch/index.ts') },
  { path: '/trang-thai', around: 'bare', load: () => import('./HealthPage.tsx') },
];
