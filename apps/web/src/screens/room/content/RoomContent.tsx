import { ContentId, type SiteId } from '@diemcau/domain/kernel';
import { programmeFacts, type Live } from '@diemcau/domain/live';
import { mayShowContent } from '@diemcau/domain/programme';
import { useEffect } from 'react';

import type { LiveConnection } from '../../../live/index.ts';
import { sendContent } from '../../../media/content-sender.ts';
import { useStage } from '../../../media/index.ts';
import { openSecondCamera } from '../../../media/second-camera.ts';
import { useCapture, type Devices } from '../use-devices.ts';

export type RoomContentProps = { connection: LiveConnection; devices: Devices; live: Live; own: SiteId };

/** The second camera while it is shown: opened by its id, so that nobody has to touch the screen. */
const useSecondCamera = (isShown: boolean, deviceId: string | null): void => {
  const stage = useStage();
  useEffect(() => {
    if (!isShown || deviceId === null || !stage) return;
    let end: () => void = () => undefined;
    const close = openSecondCamera(deviceId, (track) => {
      end();
      end = track ? sendContent(stage.room, track) : () => undefined;
      stage.setOwnContent(track);
    });
    return () => {
      end();
      close();
      stage.setOwnContent(null);
    };
  }, [stage, isShown, deviceId]);
};

/** Sends the second camera of this room while it is shown; begins by itself where the run sheet has content at its turn. */
const RoomContent = ({ connection, devices, live, own }: RoomContentProps) => {
  const { content, layout } = live.programme;
  const { contentCameraId } = useCapture(devices).choices;
  useSecondCamera(content?.siteId === own && content.from === 'camera', contentCameraId);
  const turnId = live.floor.turn?.siteId === own ? live.floor.turn.turnId : null;
  const isAsked = content === null && layout.kind === 'content' && mayShowContent(programmeFacts(live), own);
  const begins = isAsked && turnId !== null && contentCameraId !== null;
  useEffect(() => {
    if (!begins) return;
    const contentId = ContentId.parse(crypto.randomUUID());
    void connection.send({ type: 'programme.startContent', contentId, siteId: own, from: 'camera' });
  }, [connection, own, turnId, begins]);
  return null;
};

export default RoomContent;
