import { RoomScreen, type RoomPlace } from '../screens/room/index.ts';
import { LanguageProvider, LiveRegion } from '../ui/index.ts';
import { Crash } from './Crash.tsx';
import { Fallible } from './Fallible.tsx';
import { UnexpectedNotice } from './UnexpectedNotice.tsx';

const crashed = (error: unknown) => <Crash error={error} unattended />;

export type RoomAppProps = {
  /** What was opened before anything is drawn; null: the screen has no seat yet. */
  readonly place: RoomPlace | null;
};

/** The page of a room screen. */
export const RoomApp = ({ place }: RoomAppProps) => (
  <LanguageProvider>
    <LiveRegion>
      <Fallible otherwise={crashed}>
        <RoomScreen place={place} />
      </Fallible>
      <UnexpectedNotice />
    </LiveRegion>
  </LanguageProvider>
);
