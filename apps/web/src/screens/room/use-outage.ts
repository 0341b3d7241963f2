import { useEffect, useState } from 'react';
import { connectionOf, mediaOf, useLiveState, type LiveConnection } from '../../live/index.ts';
import { useStageState } from '../../media/index.ts';
import { useAnnounceChange, useWords } from '../../ui/index.ts';
import { roomWords } from './words.ts';

/** A line that comes back within this time was not worth a word. */
const WORTH_SAYING_MS = 1500;

const useLasting = (isDown: boolean): boolean => {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isDown) return;
    const timer = setTimeout(() => setLasts(true), WORTH_SAYING_MS);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isDown]);
  return isDown && lasts;
};

/** `inTheMeantime`: what is asked of who waits; else to stay in place. What the veil over the last picture says; null while there is none. */
export const useOutage = (connection: LiveConnection, phone: string | null, inTheMeantime?: string) => {
  const words = useWords(roomWords);
  const line = useLiveState(connection, connectionOf);
  const media = useLiveState(connection, mediaOf);
  const stage = useStageState();
  const lost = useLasting(line.status === 'lost');
  const down = useLasting(stage.status === 'down' || media?.available === false);
  useAnnounceChange(lost ? words.lost.title : words.lost.back, 'assertive');
  useAnnounceChange(down && !lost ? words.mediaDown.title : null);
  const stay = inTheMeantime ?? words.lost.stay;
  const call = phone === null ? [] : [words.lost.phone(phone)];
  if (lost) return { title: words.lost.title, more: [stay, ...call] };
  return down ? { title: words.mediaDown.title, more: [words.mediaDown.more, stay, ...call] } : null;
};
