import { AsideId, AsideToken, type HeldKind, type CueBody } from '@diemcau/domain/aside';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { asideTarget, mayBeTakenAside, type Live } from '@diemcau/domain/live';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { ASIDE_KEYS, AsideHolder, noMicrophone, type Holding } from '../../aside/index.ts';
import { api, asProblem } from '../../live/api.ts';
import { asideOf, type LiveConnection, useLiveState } from '../../live/index.ts';
import { AsideLine, NoMicrophone, openSpeech } from '../../media/aside-line.ts';
import { useStage } from '../../media/index.ts';
import { type SaidProblem, useShortcuts } from '../../ui/index.ts';

const makeHolder = (seatId: SeatId, onChange: () => void): AsideHolder =>
  new AsideHolder({
    newId: () => AsideId.parse(crypto.randomUUID()),
    hold: async (body) => (await api.post(`/seats/${seatId}/asides`, body, AsideToken)).token,
    release: (asideId) => api.post(`/seats/${seatId}/asides/endings`, { asideId }),
    openMicrophone: openSpeech,
    openLine: (end, onOpen) => {
      const voice = new AsideLine({ ...end, loudspeakerId: null, onState: (state) => onOpen(state === 'open') });
      voice.start();
      return voice;
    },
    problemOf: (fault) => (fault instanceof NoMicrophone ? noMicrophone : asProblem(fault)),
    onChange,
  });

/** A key that is held is let go by whatever takes the operator away: another window, a lost line, the site on air. */
const letGoBy = (holder: AsideHolder, connection: LiveConnection): (() => void) => {
  const letGo = () => holder.release();
  const look = () => {
    const {
      connection: { status },
      live,
      aside,
    } = connection.state();
    const held = holder.state();
    if (held.status === 'idle') return;
    if (status !== 'live' || !live || !mayBeTakenAside(live, held.siteId)) letGo();
    else holder.told(aside?.current ?? null);
  };
  const keyUp = ({ key }: KeyboardEvent) => {
    const pressed = key.toUpperCase();
    if (pressed === ASIDE_KEYS.talk) holder.release('talk');
    if (pressed === ASIDE_KEYS.listen) holder.release('listen');
  };
  const unsubscribe = connection.subscribe(look);
  const events = ['blur', 'pagehide'] as const;
  for (const name of events) window.addEventListener(name, letGo);
  document.addEventListener('visibilitychange', letGo);
  document.addEventListener('keyup', keyUp);
  return () => {
    letGo();
    unsubscribe();
    for (const name of events) window.removeEventListener(name, letGo);
    document.removeEventListener('visibilitychange', letGo);
    document.removeEventListener('keyup', keyUp);
  };
};

const useHolder = (seatId: SeatId, connection: LiveConnection) => {
  const made = useMemo(() => {
    const listeners = new Set<() => void>();
    const holder = makeHolder(seatId, () => {
      for (const listener of listeners) listener();
    });
    const subscribe = (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    return { holder, subscribe };
  }, [seatId]);
  useEffect(() => letGoBy(made.holder, connection), [made, connection]);
  const holding = useSyncExternalStore(made.subscribe, made.holder.state);
  return { holder: made.holder, holding };
};

export type DeskAside = {
  readonly target: SiteId | null;
  readonly holding: Holding;
  readonly hold: (kind: HeldKind) => void;
  readonly release: (kind: HeldKind) => void;
  readonly problem: SaidProblem | null;
  readonly dismiss: () => void;
  readonly cue: NonNullable<ReturnType<typeof asideOf>>['cue'];
  /** To whom the window of cues writes; null: it is closed. */
  readonly writingTo: SiteId | null;
  readonly write: (siteId: SiteId | null) => void;
  readonly send: (body: CueBody) => Promise<unknown>;
};

/** The operator beside the programme: T and L for as long as they are held, C to write. */
export const useAside = (seatId: SeatId, connection: LiveConnection, live: Live): DeskAside => {
  const { holder, holding } = useHolder(seatId, connection);
  const stage = useStage();
  const [writingTo, write] = useState<SiteId | null>(null);
  const [dismissed, dismiss] = useState<SaidProblem | null>(null);
  const cue = useLiveState(connection, asideOf)?.cue ?? null;
  const target = asideTarget(live);
  const isHeld = holding.status === 'held';
  useEffect(() => {
    stage?.voices.lower(isHeld);
  }, [stage, isHeld]);
  const hold = (kind: HeldKind) => {
    if (target !== null && connection.state().connection.status === 'live') holder.press(kind, target);
  };
  const talk = () => hold('talk');
  const listen = () => hold('listen');
  const open = () => write(target);
  useShortcuts({ t: talk, T: talk, l: listen, L: listen, c: open, C: open });
  return {
    target,
    holding,
    hold,
    release: (kind) => holder.release(kind),
    problem: holder.problem === dismissed ? null : holder.problem,
    dismiss: () => dismiss(holder.problem),
    cue,
    writingTo,
    write,
    send: (body) => api.post(`/seats/${seatId}/cues`, body),
  };
};
