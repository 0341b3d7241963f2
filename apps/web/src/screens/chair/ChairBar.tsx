import { isRehearsal } from '@diemcau/domain/conference';
import type { Live } from '@diemcau/domain/live';
import { IconUsers } from '@tabler/icons-react';

import { DriftTag, useItemLine } from '../../agenda/index.ts';
import { conferenceOf, type LiveConnection, presenceOf, useLiveState } from '../../live/index.ts';
import { useIsLost } from '../../seat/index.ts';
import { BarTitle, Clock, LineTag, Tag, useFormats, useWords } from '../../ui/index.ts';
import { DemoTag } from '../../ui/live/DemoTag.tsx';
import { RehearsalTag } from '../../ui/live/RehearsalTag.tsx';
import { chairWords } from './words.ts';

/** The bar of the prompter: larger than a desk's, with less in it. */
export const ChairBar = ({ connection, live }: { connection: LiveConnection; live: Live }) => {
  const words = useWords(chairWords);
  const { count } = useFormats();
  const conference = useLiveState(connection, conferenceOf);
  const presence = useLiveState(connection, presenceOf);
  const lost = useIsLost(connection);
  const item = useItemLine(connection);
  return (
    <header className="chair-bar">
      <BarTitle>{conference?.name ?? ''}</BarTitle>
      {item !== null && (
        <span className="chair-item ell num" title={item}>
          {item}
        </span>
      )}
      <DriftTag live={live} nowMs={connection.nowMs} size="big" />
      {conference?.demo && <DemoTag size="big" />}
      {isRehearsal(live.conference) && <RehearsalTag size="big" />}
      {presence && (
        <Tag icon={IconUsers} size="big">
          {words.present(count(presence.present), count(presence.invited))}
        </Tag>
      )}
      {lost && <LineTag line="lost" />}
      <Clock nowMs={connection.nowMs} />
    </header>
  );
};
