import { AsideLine, type AsidePicture, NoMicrophone, openSpeech } from './aside-line.ts';
import { Loudness } from './loudness.ts';

/** What the other end of a test call shows, and how loud it is (0 to 1). */
export type CallHeard = { readonly picture: AsidePicture | null; readonly level: () => number };

type End = { readonly token: () => Promise<string>; readonly microphone: MediaStreamTrack | null };

/** The media of a test call, for who calls: hears and sees the site, and is heard. */
export const callMedia = {
  openMicrophone: openSpeech,
  isWithoutMicrophone: (fault: unknown): boolean => fault instanceof NoMicrophone,
  openLine: (end: End, onOpen: (isOpen: boolean) => void, onHeard: (heard: CallHeard) => void) => {
    let loudness: Loudness | null = null;
    const level = () => loudness?.level() ?? 0;
    const voice = new AsideLine({
      ...end,
      loudspeakerId: null,
      onState: (state) => onOpen(state === 'open'),
      onPicture: (picture) => onHeard({ picture, level }),
      // Null too when it is stopped.
      onSound: (sound) => {
        loudness?.stop();
        loudness = sound && new Loudness();
        loudness?.measure(sound);
      },
    });
    voice.start();
    return voice;
  },
};
export type CallMedia = typeof callMedia;
