import { useEffect, useState } from 'react';
import type { DeviceControl, DeviceReport } from '@diemcau/domain/wire';

import type { LiveConnection } from '../../live/index.ts';
import { hear, type Heard } from './now.ts';

/** The screen sends its picture and level for 10 s after each request. */
const LOOK_EVERY_MS = 4000;

/** Asks the room screen for its picture and level while this page is in front. */
export const useLook = (connection: LiveConnection, isThere: boolean): void => {
  useEffect(() => {
    if (!isThere) return;
    const look = () => document.visibilityState === 'visible' && connection.control({ do: 'look' });
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [connection, isThere]);
};

const nothing: Heard = { microphoneId: null, heard: false };

/** Whether the microphone in use was heard since it was chosen. */
export const useHeard = (report: DeviceReport | null): boolean => {
  const [heard, setHeard] = useState(nothing);
  useEffect(() => setHeard((before) => hear(before, report)), [report]);
  return heard.heard && heard.microphoneId === (report?.microphoneId ?? heard.microphoneId);
};

/** The last picture that the screen sent: reports between two pictures carry none. */
export const useLastPicture = (report: DeviceReport | null): string | null => {
  const [picture, setPicture] = useState<string | null>(null);
  const sent = report?.picture ?? null;
  const isOff = report !== null && report.camera !== 'ok';
  useEffect(() => {
    if (sent !== null || isOff) setPicture(sent);
  }, [sent, isOff]);
  return picture;
};

/** How long the page waits for the screen to say that it played. */
const TEST_WAIT_MS = 6000;

export type SoundTest =
  | { readonly status: 'idle' }
  | { readonly status: 'playing' }
  | { readonly status: 'played'; readonly at: number }
  | { readonly status: 'silent' };

/** Plays a sound in the room; the screen reports the time at which it did. */
export const useSoundTest = (report: DeviceReport, control: (control: DeviceControl) => boolean) => {
  const [asked, ask] = useState<{ before: number | null; late: boolean } | null>(null);
  useEffect(() => {
    if (asked === null || asked.late) return;
    const timer = setTimeout(() => ask({ ...asked, late: true }), TEST_WAIT_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const { testedAt } = report;
  const play = () => {
    if (control({ do: 'testLoudspeaker' })) ask({ before: testedAt, late: false });
  };
  const played = asked !== null && testedAt !== null && testedAt !== asked.before;
  const test: SoundTest =
    asked === null
      ? { status: 'idle' }
      : played
        ? { status: 'played', at: testedAt }
        : { status: asked.late ? 'silent' : 'playing' };
  return { test, play };
};
