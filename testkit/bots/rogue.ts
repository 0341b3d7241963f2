// A patched client: does with a bot what an honest page never does. The walls of the product are tested against it.
import { MediaBot, type MediaBotOptions, type ToneClip } from '@diemcau/server/bots';

export type Rogue = {
  readonly bot: MediaBot;
  /** Tokens that LiveKit handed out, oldest first: those of a turn still carry its microphone. */
  readonly keptTokens: readonly string[];
  /** Publishes a microphone, granted or not, and again after it was taken away. */
  readonly speak: (tone: ToneClip) => void;
  /** Publishes sound declared to be a camera, which LiveKit's check of sources lets through. */
  readonly speakAsCamera: (tone: ToneClip) => void;
};

/** One attempt to join with this token, as old as it may be; no second one. */
export const startRogue = (url: string, token: string, options: Partial<MediaBotOptions> = {}): Rogue => {
  const keptTokens: string[] = [];
  const bot = new MediaBot({
    rejoins: false,
    ...options,
    url,
    fetchToken: () => Promise.resolve(token),
    onTokenHandedOut: (kept) => keptTokens.push(kept),
  });
  return {
    bot,
    keptTokens,
    speak: (clip) => bot.publish('rogue microphone', { clip, source: 'microphone', obeysGrants: false }),
    speakAsCamera: (clip) => bot.publish('rogue camera', { clip, source: 'camera', obeysGrants: false }),
  };
};
