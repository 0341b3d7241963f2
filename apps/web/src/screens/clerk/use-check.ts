import { useEffect, useState } from 'react';
import type { CheckPart } from '@diemcau/domain/support';
import type { DeviceReport } from '@diemcau/domain/wire';

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

/** What the room screen says of the parts of a check; a part of which it says nothing is left out. */
export const measuredOf = (report: DeviceReport | null): Readonly<Partial<Record<CheckPart, boolean>>> =>
  report === null || report.line === 'unknown' ? {} : { line: report.line === 'good' };

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
