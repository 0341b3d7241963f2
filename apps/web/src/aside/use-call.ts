import { AsideId, AsideToken } from '@diemcau/domain/aside';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { mayBeTakenAside } from '@diemcau/domain/live';
import { useEffect, useMemo, useSyncExternalStore } from 'react';

import { api, asProblem } from '../live/api.ts';
import type { LiveConnection } from '../live/index.ts';
import type { SaidProblem } from '../ui/index.ts';
import { noCallMicrophone } from './call-words.ts';
import { AsideHolder, type Holding, type HolderPorts } from './holder.ts';

type Picture = {
  readonly attach: (element: HTMLMediaElement) => HTMLMediaElement;
  readonly detach: (element: HTMLMediaElement) => HTMLMediaElement;
};
export type CallHeard = { readonly picture: Picture | null; readonly level: () => number };
type End = Parameters<HolderPorts<'call'>['openLine']>[0];

/** What the page's media does for a call. */
export type CallMedia = {
  readonly openMicrophone: () => Promise<MediaStreamTrack>;
  readonly isWithoutMicrophone: (fault: unknown) => boolean;
  readonly openLine: (
    end: End,
    onOpen: (isOpen: boolean) => void,
    onHeard: (heard: CallHeard) => void,
  ) => { readonly stop: () => void };
};

type Shown = {
  readonly holding: Holding<'call'>;
  readonly heard: CallHeard | null;
  readonly problem: SaidProblem | null;
};

/** A call of this page and what is seen and heard of it, as one thing that changes. */
const makeCall = (seatId: SeatId, siteId: SiteId, media: CallMedia) => {
  const listeners = new Set<() => void>();
  let heard: CallHeard | null = null;
  let shown: Shown = { holding: { status: 'idle' }, heard: null, problem: null };
  const path = `/seats/${seatId}/sites/${siteId}/test-call`;
  const changed = (): void => {
    const holding = holder.state();
    if (holding.status === 'idle') heard = null;
    shown = { holding, heard, problem: holder.problem };
    for (const listener of listeners) listener();
  };
  const holder: AsideHolder<'call'> = new AsideHolder<'call'>({
    newId: () => AsideId.parse(crypto.randomUUID()),
    hold: async ({ asideId, again }) => (await api.post(path, { asideId, again }, AsideToken)).token,
    release: (asideId) => api.post(`${path}/end`, { asideId }),
    openMicrophone: media.openMicrophone,
    openLine: (end, onOpen) =>
      media.openLine(end, onOpen, (now) => {
        heard = now;
        changed();
      }),
    problemOf: (fault) => (media.isWithoutMicrophone(fault) ? noCallMicrophone : asProblem(fault)),
    onChange: () => changed(),
  });
  return {
    holder,
    shown: () => shown,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Over with a lost line, with the site on air or given the floor, when the server says so, or with the page. */
const endBy = ({ holder }: ReturnType<typeof makeCall>, connection: LiveConnection): (() => void) => {
  const end = () => holder.release();
  const look = () => {
    const { connection: ours, live, aside } = connection.state();
    const held = holder.state();
    if (held.status === 'idle') return;
    if (ours.status !== 'live' || !live || !mayBeTakenAside(live, held.siteId)) end();
    else holder.told(aside?.calling ?? null);
  };
  const unsubscribe = connection.subscribe(look);
  window.addEventListener('pagehide', end);
  return () => {
    end();
    unsubscribe();
    window.removeEventListener('pagehide', end);
  };
};

/** A test call with one site, which ends when this is shown no more. */
export const useCall = (connection: LiveConnection, seatId: SeatId, siteId: SiteId, media: CallMedia) => {
  const call = useMemo(() => makeCall(seatId, siteId, media), [seatId, siteId, media]);
  useEffect(() => endBy(call, connection), [call, connection]);
  const shown = useSyncExternalStore(call.subscribe, call.shown);
  return { ...shown, begin: () => call.holder.press('call', siteId), end: () => call.holder.release() };
};
