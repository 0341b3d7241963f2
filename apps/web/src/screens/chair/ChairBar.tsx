import { IconUsers } from '@tabler/icons-react';

import { conferenceOf, type LiveConnection, presenceOf, useLiveState } from '../../live/index.ts';
import { seatWords, useIsLost } from '../../seat/index.ts';
import { Clock, LineTag, Tag, useFormats, useWords } from '../../ui/index.ts';
import { chairWords } from './words.ts';

/** The bar of the prompter: larger than a desk's, with less in it. */
export const ChairBar = ({ connection }: { connection: LiveConnection }) => {
  const words = useWords(chairWords);
  const seat = useWords(seatWords);
  const { count } = useFormats();
  const conference = useLiveState(connection, conferenceOf);
  const presence = useLiveState(connection, presenceOf);
  const lost = useIsLost(connection);
  return (
    <header className="chair-bar">
      <h1 className="ell">{conference?.name}</h1>
      {conference?.demo && (
        <Tag tone="amber" size="big">
          {seat.demo}
        </Tag>
      )}
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
