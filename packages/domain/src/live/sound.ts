import { z } from 'zod';
import { problems, type SiteId } from '../kernel/index.ts';
import { entitledToSpeak } from './media.ts';
import type { Microphone } from './microphone.ts';
import { isOnAir, sourceOnAir } from './picture.ts';
import type { Live } from './state.ts';

/**
 * What is wrong with the microphone in use: `processed`: a mixer stands before it and the browser works on its sound all
 * the same; `builtIn`: the computer's own, while another was chosen or tried; `notChosen`: another than was chosen;
 * `untested`: another than the one with which the room was tried.
 */
export const WrongMicrophone = z.enum(['none', 'processed', 'builtIn', 'notChosen', 'untested']);
export type WrongMicrophone = z.infer<typeof WrongMicrophone>;

/** The trial of a room: tones out of its loudspeaker, and what its microphone hears of them. Levels in dB. */
export const EchoTrial = z.strictObject({
  /** Ms since 1970, by the room's clock. */
  at: z.number(),
  heard: z.boolean(),
  /** How much of the tones came back, above what the room was like without them; 0: nothing. */
  aboveDb: z.number().min(0).max(120),
});
export type EchoTrial = z.infer<typeof EchoTrial>;

/**
 * Three seconds of a room's microphone, played back out of its own loudspeaker; nothing of them leaves the room.
 * `ready`: people are told that it begins. `silent`: it was played, and there was no voice in it.
 */
export const Playback = z.strictObject({
  status: z.enum(['ready', 'recording', 'playing', 'played', 'silent', 'failed']),
  /** When it was asked for: ms since 1970, by the room's clock. */
  at: z.number(),
});
export type Playback = z.infer<typeof Playback>;

/** So long people are told before, then it is recorded, then played as long. */
export const PLAYBACK_READY_MS = 2000;
export const PLAYBACK_MS = 3000;

/** The sound of a room as its own screen measures it. */
export const RoomSound = z.strictObject({
  /** For how long no voice has reached the microphone. */
  quietMs: z.number().int().min(0).max(3_600_000),
  /** Louder than can be carried, within the last seconds. */
  clips: z.boolean(),
  wrong: WrongMicrophone,
  /** With the devices in use; null: not tried with them. */
  echo: EchoTrial.nullable(),
  /** The latest since the screen was opened; null or, from a page of before, missing: none. */
  playback: Playback.nullable().optional(),
});
export type RoomSound = z.infer<typeof RoomSound>;

/** The latest trial of a room with the devices in use; null: none. */
export const LatestTrial = z.object({ echo: EchoTrial.nullable() });
export type LatestTrial = z.infer<typeof LatestTrial>;
export const LatestPlayback = z.object({ playback: Playback.nullable() });
export type LatestPlayback = z.infer<typeof LatestPlayback>;

/** Who should be heard is silent when no voice came for so long. */
export const SILENT_MS = 5000;

export type SoundWarning =
  | { readonly kind: 'silent'; readonly ms: number }
  | { readonly kind: 'clips' | 'echo' }
  | { readonly kind: 'device'; readonly wrong: Exclude<WrongMicrophone, 'none'> };

/** Whose voice everybody waits for: who has the floor, or else the hall while its picture is on air. Null: nobody's. */
export const siteToHear = (live: Live): SiteId | null => {
  const { conference, floor } = live;
  if (conference.status !== 'open') return null;
  if (floor.turn) return floor.turn.interruptedAt === null ? floor.turn.siteId : null;
  const source = sourceOnAir(live);
  return source.kind === 'site' && source.siteId === conference.hallId ? conference.hallId : null;
};

type Measured = {
  readonly microphone: Microphone;
  readonly sound: RoomSound | null;
  /** For how long it has been this site's to be heard, with its microphone open. */
  readonly dueMs: number;
};

/** What is wrong with the sound of a site, the worst first (M19). */
export const soundWarnings = (
  live: Live,
  siteId: SiteId,
  { microphone, sound, dueMs }: Measured,
): readonly SoundWarning[] => {
  if (sound === null) return [];
  const isOpen = microphone === 'open';
  const silentMs = isOpen && siteToHear(live) === siteId ? Math.min(sound.quietMs, dueMs) : 0;
  return [
    ...(silentMs >= SILENT_MS ? [{ kind: 'silent', ms: silentMs } as const] : []),
    ...(sound.wrong === 'none' ? [] : [{ kind: 'device', wrong: sound.wrong } as const]),
    ...(isOpen && sound.clips ? [{ kind: 'clips' } as const] : []),
    ...(sound.echo?.heard ? [{ kind: 'echo' } as const] : []),
  ];
};

/**
 * Whether tones, or what was recorded, may come out of the loudspeaker of a site: while nobody listens to the
 * conference there, before the opening or in a break, and never where they would be heard by others.
 */
export const mayTryEcho = (live: Live, siteId: SiteId): boolean => {
  const { status } = live.conference;
  if (status === 'prepared') return true;
  return status === 'paused' && !entitledToSpeak(live).has(siteId) && !isOnAir(live, siteId);
};

export const soundProblems = problems({
  'sound.not_now': [
    409,
    'Hội nghị đang diễn ra nên chưa thử tiếng trong phòng được. Hãy thử trước giờ khai mạc hoặc trong giờ giải lao.',
    'The conference is going on, so the sound of the room cannot be tried. Try it before the opening or in a break.',
  ],
  'sound.no_screen': [
    409,
    'Điểm cầu chưa có màn hình kết nối. Hãy mở màn hình điểm cầu rồi thử lại.',
    'No screen of this site is connected. Open its screen and try again.',
  ],
});
export type SoundCode = keyof typeof soundProblems;
