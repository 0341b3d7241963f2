import type { SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';

import { siteNamed, type ActsOfPage, type LiveConnection, type Names } from '../../../live/index.ts';
import { sendContent } from '../../../media/content-sender.ts';
import { useStage } from '../../../media/index.ts';
import { canShowScreen, chooseScreen } from '../../../media/own-screen.ts';
import { contentView } from '../../../programme/content/content-view.ts';
import { ContentPanel } from '../../../programme/content/ContentPanel.tsx';
import { useContent } from '../../../programme/content/use-content.ts';
import RoomContent from '../content/RoomContent.tsx';
import { useCapture, type Devices } from '../use-devices.ts';

export type DelegateContentProps = {
  connection: LiveConnection;
  devices: Devices;
  live: Live;
  names: Names;
  acts: ActsOfPage;
  own: SiteId;
};

/** One device is both: it chooses and sends. */
const DelegateContent = ({ connection, devices, live, names, acts, own }: DelegateContentProps) => {
  const stage = useStage();
  const { cameras, camera, choices } = useCapture(devices);
  const send = (track: MediaStreamTrack) => {
    if (!stage) return () => undefined;
    stage.setOwnContent(track);
    const end = sendContent(stage.room, track);
    return () => {
      end();
      stage.setOwnContent(null);
    };
  };
  const shown = useContent({ live, own, run: acts.run }, { choose: chooseScreen, send });
  const view = contentView(live, own);
  const usedId = camera?.getSettings().deviceId;
  return (
    <>
      <RoomContent {...{ connection, devices, live, own }} />
      <ContentPanel
        view={view}
        takenBy={view.status === 'taken' ? (siteNamed(names, view.siteId)?.name ?? '') : ''}
        cameras={cameras.filter(({ id }) => id !== usedId)}
        cameraId={choices.contentCameraId}
        onCamera={(id) => devices.capture.useContentCamera(id)}
        canShowScreen={canShowScreen()}
        hasFailed={shown.hasFailed}
        onShow={shown.show}
        onStop={shown.stop}
      />
    </>
  );
};

export default DelegateContent;
