export {
  parseIvf,
  parseOggOpus,
  readClipIndex,
  readPicture,
  readTone,
  type ClipEntry,
  type PictureClip,
  type ToneClip,
} from './clips.ts';
export { MediaBot, type BotEnd, type MediaBotOptions, type MediaBotState } from './media-bot.ts';
export type { Publication, PublicationStatus } from './publisher.ts';
export type { Audience } from './session.ts';
export { runSimulatedSite, type SimulatedSite, type SimulatedSiteOptions } from './simulated-site.ts';
export type { Reception, RemoteTrack, Wish } from './subscriber.ts';
