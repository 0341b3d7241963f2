import { useEffect, useState } from 'react';
import { ownRoomPath } from '../../seat/own-room.ts';
import { PairingPage } from '../../seat/PairingPage.tsx';
import { useWords } from '../../ui/index.ts';
import type { WholeDisplay } from './full-screen.ts';
import { Waiting } from './Waiting.tsx';
import { WholeDisplayButton } from './WholeDisplayButton.tsx';
import { roomWords } from './words.ts';

const AGAIN_MS = 5000;

const go = (path: string): void => location.replace(path);

/** Goes to the seat that this browser holds, asking until the server answers; says when it holds none. */
const lookForOwn = (onNone: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gone = false;
  const look = async () => {
    try {
      const path = await ownRoomPath();
      if (path !== null) go(path);
      else if (!gone) onNone();
    } catch {
      // The server is not there yet, as after a power cut: the page says that it is connecting.
      if (!gone) timer = setTimeout(() => void look(), AGAIN_MS);
    }
  };
  void look();
  return () => {
    gone = true;
    clearTimeout(timer);
  };
};

type UnseatedProps = {
  looksForOwn: boolean;
  display: WholeDisplay;
  /** Its clerk has confirmed this screen: it has this address now. */
  onOpened: (path: string) => void;
};

/** A screen without a seat in its address: the seat that its browser holds, else a code for a new one. */
const Unseated = ({ looksForOwn, display, onOpened }: UnseatedProps) => {
  const words = useWords(roomWords);
  const [looking, setLooking] = useState(looksForOwn);
  useEffect(() => (looking ? lookForOwn(() => setLooking(false)) : undefined), [looking]);
  if (looking) return <Waiting>{words.connecting}</Waiting>;
  const corner = display.canFill && <WholeDisplayButton onPress={display.fill} />;
  return <PairingPage onOpened={onOpened} corner={corner} />;
};
export default Unseated;
