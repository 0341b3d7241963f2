import './room-aside.css';
import { AsideToken, type AsideNow } from '@diemcau/domain/aside';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { mayBeTakenAside } from '@diemcau/domain/live';
import type { AsideFrame } from '@diemcau/domain/wire';
import { useEffect, useSyncExternalStore } from 'react';
import SiteAside from '../../../aside/SiteAside.tsx';
import { api } from '../../../live/api.ts';
import type { LiveConnection, LiveState } from '../../../live/index.ts';
import { AsideLine } from '../../../media/aside-line.ts';
import { useStage } from '../../../media/index.ts';
import type { Devices } from '../use-devices.ts';

const fetchToken = (seatId: SeatId) => async (): Promise<string> =>
  (await api.get(`/seats/${seatId}/aside-token`, AsideToken)).token;

/** By this page's own account: nobody else sees or hears it, and its line is up. */
const mayGoOn = ({ live, connection }: LiveState, own: SiteId): boolean =>
  live !== null && connection.status === 'live' && mayBeTakenAside(live, own);

type Current = AsideFrame['current'];

/** Hears the desk, or lets it hear and see this room; ends in the same moment in which the room may be heard by all. */
const useAsideLine = (connection: LiveConnection, { capture }: Devices, own: SiteId, current: Current): void => {
  const stage = useStage();
  const asideId = current?.asideId;
  const kind = current?.kind;
  // Another device is plugged in while somebody looks: they see and hear that one.
  const { microphone, camera } = useSyncExternalStore(capture.subscribe, capture.state);
  const sent = { microphone: kind === 'talk' ? null : microphone, camera: kind === 'call' ? camera : null };
  useEffect(() => {
    if (asideId === undefined || !stage || !mayGoOn(connection.state(), own)) return;
    const voice = new AsideLine({
      token: fetchToken(connection.state().seatId),
      microphone: sent.microphone,
      camera: sent.camera,
      loudspeakerId: capture.state().choices.loudspeakerId,
      onState: () => undefined,
    });
    const isLowered = kind !== 'listen';
    voice.start();
    if (isLowered) stage.voices.lower(true);
    const end = () => {
      unsubscribe();
      voice.stop();
      if (isLowered) stage.voices.lower(false);
    };
    const unsubscribe = connection.subscribe(() => {
      if (!mayGoOn(connection.state(), own)) end();
    });
    return end;
  }, [connection, stage, capture, own, asideId, kind, sent.microphone, sent.camera]);
};

export type RoomAsideProps = {
  connection: LiveConnection;
  devices: Devices;
  own: SiteId;
  aside: AsideFrame;
  /** Hangs up a test call; null where nobody can. */
  onEnd: ((call: AsideNow) => Promise<unknown>) | null;
};

/** Loaded when somebody first talks, listens or writes to this room, or calls it. */
const RoomAside = ({ connection, devices, own, aside: { current, cue }, onEnd }: RoomAsideProps) => {
  const shown = mayGoOn(connection.state(), own) ? current : null;
  useAsideLine(connection, devices, own, shown);
  return <SiteAside current={shown} cue={cue} nowMs={connection.nowMs} size="wall" onSeen={null} onEnd={onEnd} />;
};

export default RoomAside;
