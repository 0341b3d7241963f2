import type { SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { useEffect, useState } from 'react';

import { RoomSources } from '../../../media/room-sources.ts';
import type { Devices } from '../use-devices.ts';

export type RoomSourcesPartProps = { devices: Devices; live: Live; own: SiteId };

/** Sends the further cameras of this room and mixes its microphones, as the conference says. Nothing to see. */
const RoomSourcesPart = ({ devices, live, own }: RoomSourcesPartProps) => {
  const { capture } = devices;
  const [sources, set] = useState<RoomSources | null>(null);
  useEffect(() => {
    const made = new RoomSources(capture);
    set(made);
    capture.levelsOf = () => made.levels();
    return () => {
      capture.levelsOf = () => new Map();
      made.stop();
    };
  }, [capture]);
  useEffect(() => sources?.follow(live.programme, own), [sources, live.programme, own]);
  return null;
};

export default RoomSourcesPart;
