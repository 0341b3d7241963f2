import { openPlace, RoomScreen, untilKnown } from '../screens/room/index.ts';
import { LanguageProvider, LiveRegion } from '../ui/index.ts';
import { Crash } from './Crash.tsx';
import { Fallible } from './Fallible.tsx';
import { roomLine } from './room-line.ts';
import { UnexpectedNotice } from './UnexpectedNotice.tsx';

const crashed = (error: unknown) => <Crash error={error} unattended />;

/** The page of a room screen, once there is something to draw. */
export const openRoom = async () => {
  const place = roomLine && openPlace(roomLine);
  if (place) await untilKnown(place);
  const RoomApp = () => (
    <LanguageProvider>
      <LiveRegion>
        <Fallible otherwise={crashed}>
          <RoomScreen place={place} />
        </Fallible>
        <UnexpectedNotice />
      </LiveRegion>
    </LanguageProvider>
  );
  return RoomApp;
};
