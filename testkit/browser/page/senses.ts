import { chooseMixer, replaceDevices } from './devices.ts';
import { hearContexts, hearing } from './hearing.ts';
import { seenBy } from './sight.ts';

/** Eyes and ears in a page, for the test that drives it. */
export type Senses = {
  /** The number in the first `<video>` that the selector finds, alive; null when there is none. */
  readonly seen: (selector: string) => number | null;
  /** Tones that came out of the loudspeaker for the whole last second. */
  readonly heard: () => readonly number[];
  /** The page's clock now, in ms; sound is known from then on. */
  readonly listen: () => number;
  readonly everHeardSince: (sinceMs: number) => readonly number[];
  /** How loud the voice before the microphone is, and how loud what is played reaches it; of 1. */
  readonly room: (loudness: { readonly voice?: number; readonly loudspeaker?: number }) => void;
};

declare global {
  interface Window {
    readonly senses: Senses;
  }
}

/**
 * @param site the number whose camera and microphone this page has; null leaves the devices as they are
 * @param clip what its camera sees instead of the number's cells
 */
export const install = (site: number | null, clip: string | null): void => {
  hearContexts();
  const before = site === null ? () => null : replaceDevices(site, clip);
  const senses: Senses = {
    seen: seenBy,
    heard: () => hearing.heard(),
    listen: () => hearing.listen(),
    everHeardSince: (sinceMs) => hearing.everHeardSince(sinceMs),
    room: ({ voice, loudspeaker }) => {
      if (voice !== undefined) before()?.speak(voice);
      if (loudspeaker !== undefined) before()?.amplify(loudspeaker);
    },
  };
  Object.defineProperty(window, 'senses', { value: senses });
  if (site === null) return;
  chooseMixer();
};
