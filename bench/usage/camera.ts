// A camera in three sizes and a voice, as a page publishes them.
import type { MediaBot, PictureClip, ToneClip } from '@diemcau/server/bots';

export type Camera = readonly [PictureClip, PictureClip, PictureClip];

export const publishCamera = (bot: MediaBot, [low, medium, high]: Camera): void =>
  bot.publish('camera', { clip: high, smaller: [low, medium], source: 'camera', obeysGrants: true });

export const publishVoice = (bot: MediaBot, tone: ToneClip): void =>
  bot.publish('microphone', { clip: tone, source: 'microphone', obeysGrants: true });
