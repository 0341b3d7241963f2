import './room-aside.css';
import { AsideToken } from '@diemcau/domain/aside';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { mayBeTakenAside } from '@diemcau/domain/live';
import type { AsideFrame } from '@diemcau/domain/wire';
import { useEffect } from 'react';
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

/** Hears the operator, or lets them hear this room; ends in the same moment in which the room may be heard by all. */
const useAsideLine = (connection: LiveConnection, { capture }: Devices, own: SiteId, current: Current): void => {
  const stage = useStage();
  const asideId = current?.asideId;
  const kind = current?.kind;
  useEffect(() => {
    if (asideId === undefined || !stage || !mayGoOn(connection.state(), own)) return;
    const { microphone, choices } = capture.state();
    const voice = new AsideLine({
      token: fetchToken(connection.state().seatId),
      microphone: kind === 'listen' ? microphone : null,
      loudspeakerId: choices.loudspeakerId,
      onState: () => undefined,
    });
    const isLowered = kind === 'talk';
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
  }, [connection, stage, capture, own, asideId, kind]);
};

export type RoomAsideProps = { connection: LiveConnection; devices: Devices; own: SiteId; aside: AsideFrame };

/** Loaded when the operator first talks, listens or writes to this room. */
const RoomAside = ({ connection, devices, own, aside: { current, cue } }: RoomAsideProps) => {
  const shown = mayGoOn(connection.state(), own) ? current : null;
  useAsideLine(connection, devices, own, shown);
  return <SiteAside current={shown} cue={cue} nowMs={connection.nowMs} size="wall" onSeen={null} />;
};

export default RoomAside;
