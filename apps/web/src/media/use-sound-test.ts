import type { ClerkControl, DeviceReport } from '@diemcau/domain/wire';
import { useEffect, useState } from 'react';

/** How long the page waits for the screen to say that it played. */
const TEST_WAIT_MS = 6000;

type SoundTest =
  | { readonly status: 'idle' }
  | { readonly status: 'playing' }
  | { readonly status: 'played'; readonly at: number }
  | { readonly status: 'silent' };

/** Plays a sound in the room; the screen reports the time at which it did. */
export const useSoundTest = (report: Pick<DeviceReport, 'testedAt'>, control: (control: ClerkControl) => boolean) => {
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
