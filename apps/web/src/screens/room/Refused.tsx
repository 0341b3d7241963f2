import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Said } from '../../live/index.ts';
import { useSentence, useWords } from '../../ui/index.ts';
import { EndPage } from './EndPage.tsx';
import { roomWords } from './words.ts';

/** A withdrawn place is said for so long, then the screen asks for a new one. */
const REASON_MS = 20_000;

/** Why the server does not let this screen in. */
export const Refused = ({ reason, placeless }: { reason: Said; placeless: ReactNode }) => {
  const words = useWords(roomWords);
  const sentence = useSentence();
  const waits = reason.code === 'seat.too_early';
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    if (waits) return;
    const timer = setTimeout(() => setAsks(true), REASON_MS);
    return () => clearTimeout(timer);
  }, [waits]);
  if (asks) return placeless;
  return (
    <EndPage title={words.name}>
      <p role="alert">{sentence(reason)}</p>
      <p className="muted">{waits ? words.refused.waits : words.refused.again}</p>
    </EndPage>
  );
};
