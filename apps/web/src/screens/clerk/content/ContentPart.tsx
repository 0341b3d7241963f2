import type { SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { ClerkControl, Mine } from '@diemcau/domain/wire';

import { siteNamed, type Names, type Run } from '../../../live/index.ts';
import { canShowScreen, chooseScreen, sendScreen } from '../../../media/own-screen.ts';
import { contentView } from '../../../programme/content/content-view.ts';
import { ContentPanel } from '../../../programme/content/ContentPanel.tsx';
import { useContent } from '../../../programme/content/use-content.ts';

export type ContentPartProps = {
  seatId: SeatId;
  live: Live;
  mine: Mine;
  names: Names;
  run: Run;
  control: (control: ClerkControl) => boolean;
};

/** Showing content from this computer, or from the second camera of the room's: loaded beside the page. */
const ContentPart = ({ seatId, live, mine, names, run, control }: ContentPartProps) => {
  const own = mine.site.siteId;
  const acts = useContent(
    { live, own, run },
    {
      choose: chooseScreen,
      send: (track) => sendScreen(seatId, track),
    },
  );
  const view = contentView(live, own);
  const report = mine.screen.status === 'present' ? mine.screen.report : null;
  return (
    <ContentPanel
      view={view}
      takenBy={view.status === 'taken' ? (siteNamed(names, view.siteId)?.name ?? '') : ''}
      cameras={report?.cameras.filter(({ id }) => id !== report.cameraId) ?? []}
      cameraId={report?.contentCameraId ?? null}
      onCamera={(id) => control({ do: 'useContentCamera', id })}
      canShowScreen={canShowScreen()}
      hasFailed={acts.hasFailed}
      onShow={acts.show}
      onStop={acts.stop}
    />
  );
};

export default ContentPart;
