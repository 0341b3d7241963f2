// A site that is nobody's: its picture and, during its turn, its tone. For the demo, where one person sees a whole conference.
import type { PictureClip, ToneClip } from './clips.ts';
import { MediaBot, type MediaBotState } from './media-bot.ts';
import type { Audience } from './session.ts';

export type SimulatedSiteOptions = {
  readonly url: string;
  readonly fetchToken: () => Promise<string>;
  readonly picture: PictureClip;
  readonly tone: ToneClip;
  /** Who may watch at first; a site off air shows itself to the desks alone. */
  readonly audience: Audience;
  readonly onState?: (state: MediaBotState) => void;
};

export type SimulatedSite = {
  /** Called on stand-by ('everybody') and when the turn is over (the desks), as a room page does. */
  readonly setAudience: (audience: Audience) => void;
  readonly stop: () => void;
};

/** Joins and plays its part by itself: LiveKit's grants say when the microphone is due. */
export const runSimulatedSite = ({ picture, tone, ...options }: SimulatedSiteOptions): SimulatedSite => {
  const bot = new MediaBot(options);
  bot.publish('camera', { clip: picture, source: 'camera', obeysGrants: true });
  bot.publish('microphone', { clip: tone, source: 'microphone', obeysGrants: true });
  return { setAudience: (audience) => bot.setAudience(audience), stop: () => bot.stop() };
};
