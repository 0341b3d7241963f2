import type { EchoTrial, RoomSound, WrongMicrophone } from '@diemcau/domain/live';
import type { Choices } from './choices.ts';

/** A voice is louder than this: 51 dB below full scale; what is quieter is a room with an open microphone. */
const VOICE_LEVEL = 0.15;
/** A sample that is larger was cut off on its way. */
const CLIPPED = 0.985;
/** One crack is no fault: so often within so long. */
const CLIPS = 3;
const CLIPS_MS = 3000;
const LONGEST_QUIET_MS = 3_600_000;

/** What computers call the microphone that is part of them. */
const BUILT_IN = /built.?in|internal|tích hợp|macbook|microphone array|intel.*smart sound/i;
export const isBuiltIn = (label: string): boolean => BUILT_IN.test(label);

export type UsedMicrophone = {
  readonly id: string | null;
  readonly label: string;
  /** The browser works on its sound. */
  readonly isProcessed: boolean;
};

/** What is wrong with the microphone in use, by what was chosen and with what the room was tried (M19). */
export const wrongMicrophone = (
  used: UsedMicrophone | null,
  {
    microphoneId: chosen,
    triedMicrophoneId: tried,
    mixer,
  }: Pick<Choices, 'microphoneId' | 'triedMicrophoneId' | 'mixer'>,
): WrongMicrophone => {
  if (used === null || used.id === null) return 'none';
  if (mixer && used.isProcessed) return 'processed';
  const isChosen = chosen === null || chosen === used.id;
  const isTried = tried === null || tried === used.id;
  if (isBuiltIn(used.label) && !(isChosen && isTried)) return 'builtIn';
  if (!isChosen) return 'notChosen';
  return isTried ? 'none' : 'untested';
};

/** The microphone behind a track, as the browser tells it. */
export const usedMicrophone = (track: MediaStreamTrack | null): UsedMicrophone | null => {
  if (track === null) return null;
  const { deviceId = null, echoCancellation, noiseSuppression, autoGainControl } = track.getSettings();
  const isProcessed = [echoCancellation, noiseSuppression, autoGainControl].some((on) => on === true);
  return { id: deviceId, label: track.label, isProcessed };
};

/** Follows the sound of a room, a few times a second. Times in ms of one clock. */
export class RoomSoundMeter {
  #voiceAt: number;
  #clippedAt: number[] = [];

  constructor(now: number) {
    this.#voiceAt = now;
  }

  take({ level, peak }: { readonly level: number; readonly peak: number }, now: number): void {
    if (level >= VOICE_LEVEL) this.#voiceAt = now;
    if (peak >= CLIPPED) this.#clippedAt = [...this.#clippedAt, now].slice(-CLIPS);
  }

  read(now: number): Pick<RoomSound, 'quietMs' | 'clips'> {
    const quietMs = Math.round(Math.min(LONGEST_QUIET_MS, now - this.#voiceAt));
    const clips = this.#clippedAt.length === CLIPS && now - (this.#clippedAt[0] ?? 0) < CLIPS_MS;
    return { quietMs, clips };
  }
}

/** With which devices a room was tried: with others it says nothing. */
export type TriedWith = {
  readonly microphoneId: string | null;
  readonly loudspeakerId: string | null;
  readonly mixer: boolean;
};
export type Tried = { readonly trial: EchoTrial; readonly by: TriedWith };

export const trialOf = (tried: Tried | null, now: TriedWith): EchoTrial | null => {
  const isSame =
    tried?.by.microphoneId === now.microphoneId &&
    tried.by.loudspeakerId === now.loudspeakerId &&
    tried.by.mixer === now.mixer;
  return isSame ? tried.trial : null;
};
