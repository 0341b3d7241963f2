import type { ReactNode } from 'react';
import type { Welcome } from '@diemcau/domain/wire';
import { isRehearsalOf, presenceOf, useLiveState, type LiveConnection } from '../../live/index.ts';
import { BarTitle, Clock, Lamp, SitesTag, Tag, useWords } from '../../ui/index.ts';
import { DemoTag } from '../../ui/live/DemoTag.tsx';
import { RehearsalTag } from '../../ui/live/RehearsalTag.tsx';
import { roomWords } from './words.ts';

/** Conference, sites present, clock; and that what is seen is live. */
export const TopBar = ({
  connection,
  conference,
  isLive,
  children,
}: {
  connection: LiveConnection;
  conference: Welcome['conference'];
  /** What is seen is what happens now: open, and the line is up. */
  isLive: boolean;
  /** Beside the clock. */
  children?: ReactNode;
}) => {
  const words = useWords(roomWords);
  const presence = useLiveState(connection, presenceOf);
  const rehearsal = useLiveState(connection, isRehearsalOf);
  return (
    <header className="room-top">
      {rehearsal && <RehearsalTag size="big" />}
      {isLive && !rehearsal && (
        <Tag tone="air" size="big">
          <Lamp />
          {words.onAirTag}
        </Tag>
      )}
      <BarTitle>{conference.name}</BarTitle>
      {conference.demo && <DemoTag full />}
      {presence && <SitesTag present={presence.present} invited={presence.invited} />}
      {children}
      <Clock nowMs={connection.nowMs} />
    </header>
  );
};
