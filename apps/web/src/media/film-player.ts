import type { SeatId } from '@diemcau/domain/kernel';
import { RoomEvent, ScreenSharePresets, Track, type Room } from 'livekit-client';
import { z } from 'zod';
import { api } from '../live/api.ts';
import { newRoom, StageConnection } from './stage-connection.ts';

const Ticket = z.object({ token: z.string() });

/** Music, not speech: two channels, no pauses left out. */
const SOUND_BPS = 96_000;
/** The first moment is not played to nobody: so long somebody is waited for. */
const READY_MS = 2500;
const SAMPLES = 1024;

export type FilmState = {
  readonly status: 'empty' | 'ready' | 'unreadable';
  readonly name: string;
  /** What is in it. */
  readonly file: File | null;
  readonly isPlaying: boolean;
  /** Ms. */
  readonly leftMs: number;
};

const EMPTY: FilmState = { status: 'empty', name: '', file: null, isPlaying: false, leftMs: 0 };

/** A file of this computer: played here alone to try it, or sent to the stage while its film is on air. */
export class FilmPlayer {
  readonly video = document.createElement('video');
  readonly #context = new AudioContext();
  readonly #analyser = new AnalyserNode(this.#context, { fftSize: SAMPLES });
  readonly #sent = new MediaStreamAudioDestinationNode(this.#context);
  readonly #samples = new Float32Array(SAMPLES);
  readonly #listeners = new Set<() => void>();
  #state = EMPTY;
  #address = '';
  #picture: MediaStreamTrack | null = null;
  #end: () => void = () => undefined;

  constructor() {
    this.video.playsInline = true;
    // By itself Chromium reads the beginning alone, and may never say that the film can be played.
    this.video.preload = 'auto';
    const source = new MediaElementAudioSourceNode(this.#context, { mediaElement: this.video });
    source.connect(this.#analyser).connect(this.#context.destination);
    source.connect(this.#sent);
    const tell = () => this.#tell();
    for (const event of ['play', 'pause', 'ended', 'timeupdate', 'loadedmetadata'])
      this.video.addEventListener(event, tell);
    this.video.addEventListener('error', () => this.#set({ ...this.#state, status: 'unreadable' }));
    this.video.addEventListener('canplay', () => this.#set({ ...this.#state, status: 'ready' }));
  }

  readonly state = (): FilmState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  load(file: File): void {
    URL.revokeObjectURL(this.#address);
    this.#address = URL.createObjectURL(file);
    this.#set({ ...EMPTY, name: file.name, file });
    this.video.src = this.#address;
  }

  /** 0..1, of this moment. */
  level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return Math.min(1, Math.max(...this.#samples.map(Math.abs)));
  }

  /** Within a press: browsers let sound begin then. */
  async play(): Promise<void> {
    await this.#context.resume();
    await this.video.play();
  }

  pause(): void {
    this.video.pause();
  }

  rewind(): void {
    this.video.pause();
    this.video.currentTime = 0;
  }

  /** The picture as it is played, for this page's own monitors. */
  picture(): MediaStreamTrack | null {
    if (this.#picture?.readyState !== 'live') this.#picture = captured(this.video).getVideoTracks()[0] ?? null;
    return this.#picture;
  }

  /** Sends picture and sound from their beginning, once somebody receives them; until it is told to end. */
  send(seatId: SeatId): void {
    this.#end();
    this.rewind();
    const room = newRoom();
    const connection = new StageConnection({
      room,
      ticket: async () => ({
        url: location.origin,
        token: (await api.get(`/seats/${seatId}/player-token`, Ticket)).token,
      }),
      nowMs: () => performance.now(),
      random: Math.random,
    });
    let isOver = false;
    let hasBegun = false;
    const begin = () => {
      if (isOver || hasBegun) return;
      hasBegun = true;
      void this.play();
    };
    const publish = async () => {
      await publishFilm(room, this.picture(), this.#sent.stream.getAudioTracks()[0] ?? null).catch(() => undefined);
      setTimeout(begin, READY_MS);
    };
    room.on(RoomEvent.Connected, () => void publish()).on(RoomEvent.LocalTrackSubscribed, begin);
    connection.want(true);
    this.#end = () => {
      isOver = true;
      connection.want(false);
      this.rewind();
    };
  }

  stopSending(): void {
    this.#end();
    this.#end = () => undefined;
  }

  stop(): void {
    this.stopSending();
    this.video.pause();
    this.video.removeAttribute('src');
    URL.revokeObjectURL(this.#address);
    void this.#context.close();
  }

  #tell(): void {
    const { duration, currentTime, paused, ended } = this.video;
    const leftMs = Number.isFinite(duration) ? Math.max(0, duration - currentTime) * 1000 : 0;
    this.#set({ ...this.#state, isPlaying: !paused && !ended, leftMs });
  }

  #set(state: FilmState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Of Chromium; the DOM's own types do not know it. */
type Capturing = HTMLVideoElement & { readonly captureStream: () => MediaStream };
const captured = (video: HTMLVideoElement): MediaStream =>
  'captureStream' in video ? (video as Capturing).captureStream() : new MediaStream();

const publishFilm = async (
  room: Room,
  picture: MediaStreamTrack | null,
  sound: MediaStreamTrack | null,
): Promise<void> => {
  if (sound)
    await room.localParticipant.publishTrack(sound, {
      source: Track.Source.ScreenShareAudio,
      audioPreset: { maxBitrate: SOUND_BPS },
      dtx: false,
      red: true,
      forceStereo: true,
    });
  if (!picture) return;
  picture.contentHint = 'motion';
  await room.localParticipant.publishTrack(picture, {
    source: Track.Source.ScreenShare,
    videoCodec: 'vp8',
    simulcast: true,
    screenShareEncoding: ScreenSharePresets.h720fps30.encoding,
    screenShareSimulcastLayers: [ScreenSharePresets.h360fps15],
  });
};
