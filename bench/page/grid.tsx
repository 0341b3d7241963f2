// The stock way to look at many sites: LiveKit's own React components in its own grid, or one large and the others beside
// it, with adaptiveStream and dynacast. A link says where to join and what to show.
import {
  CarouselLayout,
  FocusLayout,
  FocusLayoutContainer,
  GridLayout,
  LiveKitRoom,
  ParticipantTile,
  TrackLoop,
  useTracks,
} from '@livekit/components-react';
import { Track } from 'livekit-client';
import { createRoot } from 'react-dom/client';

/** The largest grid that the layout knows; more are another page of it. */
const IN_GRID = 25;
const COLUMNS = 8;

const OPTIONS = { adaptiveStream: true, dynacast: true } as const;
const cameras = [{ source: Track.Source.Camera, withPlaceholder: true }];

const link = new URLSearchParams(location.hash.slice(1));

const Tiles = () => {
  const tracks = useTracks(cameras, { onlySubscribed: false }).filter(({ participant }) => !participant.isLocal);
  if (link.get('view') === 'speaker') {
    const focus = tracks.find(({ participant }) => participant.identity === link.get('focus'));
    return (
      <div className="lk-focus-layout-wrapper" style={{ height: '100%' }}>
        <FocusLayoutContainer>
          <CarouselLayout tracks={tracks.filter((track) => track !== focus)}>
            <ParticipantTile />
          </CarouselLayout>
          {focus && <FocusLayout trackRef={focus} />}
        </FocusLayoutContainer>
      </div>
    );
  }
  if (tracks.length <= IN_GRID)
    return (
      <div className="lk-grid-layout-wrapper" style={{ height: '100%' }}>
        <GridLayout tracks={tracks}>
          <ParticipantTile />
        </GridLayout>
      </div>
    );
  return (
    <div className="many" style={{ gridTemplateColumns: `repeat(${COLUMNS}, minmax(0, 1fr))` }}>
      <TrackLoop tracks={tracks}>
        <ParticipantTile />
      </TrackLoop>
    </div>
  );
};

const place = document.createElement('div');
document.body.append(place);
createRoot(place).render(
  <LiveKitRoom
    serverUrl={link.get('url') ?? ''}
    token={link.get('token') ?? ''}
    options={OPTIONS}
    data-lk-theme="default"
    style={{ height: '100dvh' }}
  >
    <Tiles />
  </LiveKitRoom>,
);
