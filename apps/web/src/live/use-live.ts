import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { SeatId } from '@diemcau/domain/kernel';
import type { LiveConnection } from './connection.ts';
import { enter, sharedFor } from './lines.ts';
import type { LiveState } from './state.ts';

/** The connection of a seat, up while any component uses it. Read its state with `useLiveState`. */
export const useLive = (seatId: SeatId): LiveConnection => {
  const { connection } = sharedFor(seatId);
  useEffect(() => enter(seatId), [seatId]);
  useEffect(() => {
    window.addEventListener('online', connection.hurry);
    return () => window.removeEventListener('online', connection.hurry);
  }, [connection]);
  return connection;
};

/**
 * A part of the state; the component renders when that part is another. `select` returns something that stays the
 * same while nothing changed: a part of the state, a string, a number, never a new object.
 */
export const useLiveState = <T>(connection: LiveConnection, select: (state: LiveState) => T): T => {
  const snapshot = useCallback(() => select(connection.state()), [connection, select]);
  return useSyncExternalStore(connection.drawn, snapshot);
};
