import { useState } from 'react';

import { openWatchLink, watchLinkWords } from '../../seat/index.ts';
import { useWords } from '../../ui/index.ts';
import { Opening } from './RedeemScreen.tsx';

/** `/xem#<secret>`: the public watch link of a conference, opened by as many devices as it admits. */
export const WatchLinkScreen = ({ secret }: { secret: string }) => {
  // Once for this page, so that a second press opens the same place.
  const [deviceKey] = useState(() => crypto.randomUUID());
  const words = useWords(watchLinkWords).open;
  return <Opening fragment={secret} words={words} open={(link) => openWatchLink(link, deviceKey)} once={false} />;
};
