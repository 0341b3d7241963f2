import { useEffect, useState } from 'react';

import { Button, EntryPage, Loading, useWords } from '../ui/index.ts';
import { isLeaving, openAgain } from './new-build.ts';
import { shellWords } from './words.ts';

const reload = (): void => location.reload();

/** Seconds until an unattended screen opens itself again. */
const reloadAfterSeconds = 15;

const Countdown = () => {
  const words = useWords(shellWords).crash;
  const [left, setLeft] = useState(reloadAfterSeconds);
  useEffect(() => {
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : openAgain()), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return <p className="muted num">{words.soon(left)}</p>;
};

/** A page that fell over: what it means for the meeting, and the way back. An unattended screen takes it by itself. */
export const Crash = ({ error, unattended }: { error: unknown; unattended: boolean }) => {
  const words = useWords(shellWords).crash;
  if (isLeaving()) return <Loading />;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (
    <EntryPage title={words.title}>
      <p className="muted">{words.body}</p>
      {unattended && <Countdown />}
      <Button tone="primary" onPress={reload} autoFocus>
        {words.reload}
      </Button>
      <p className="tiny faint">{detail}</p>
    </EntryPage>
  );
};
