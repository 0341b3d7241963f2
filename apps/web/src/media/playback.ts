import { PLAYBACK_MS, PLAYBACK_READY_MS, type Playback } from '@diemcau/domain/live';
import { levelOf } from './loudness.ts';

/** Louder than a room without a voice: 51 dB below full scale. */
const VOICE_LEVEL = 0.15;
const LOOK_EVERY_MS = 50;
const SAMPLES = 2048;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the microphone hears for so long, as it is configured; kept in this page alone. */
const record = async (microphone: MediaStreamTrack, context: AudioContext): Promise<AudioBuffer> => {
  const track = microphone.clone();
  const recorder = new MediaRecorder(new MediaStream([track]));
  const parts: Blob[] = [];
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  recorder.addEventListener('stop', () => resolve());
  recorder.addEventListener('error', () => reject(new Error('the microphone was not recorded')));
  try {
    recorder.start();
    await after(PLAYBACK_MS);
    recorder.stop();
    await ended;
  } finally {
    track.stop();
  }
  return context.decodeAudioData(await new Blob(parts, { type: recorder.mimeType }).arrayBuffer());
};

/** Out of the loudspeaker on which the programme is played. Answers with the loudest that went out, 0 to 1. */
const play = async (sound: AudioBuffer, context: AudioContext, loudspeakerId: string | null): Promise<number> => {
  const way = context.createMediaStreamDestination();
  const ear = new AnalyserNode(context, { fftSize: SAMPLES });
  const source = new AudioBufferSourceNode(context, { buffer: sound });
  source.connect(ear).connect(way);
  const element = new Audio();
  element.srcObject = way.stream;
  if (loudspeakerId !== null) await element.setSinkId(loudspeakerId);
  await element.play();
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  source.addEventListener('ended', () => resolve());
  const samples = new Float32Array(SAMPLES);
  let loudest = 0;
  const timer = setInterval(() => {
    ear.getFloatTimeDomainData(samples);
    loudest = Math.max(loudest, levelOf(samples));
  }, LOOK_EVERY_MS);
  source.start();
  await ended;
  clearInterval(timer);
  element.pause();
  element.srcObject = null;
  return loudest;
};

/**
 * Records three seconds of the room and plays them in it, so that who is there hears what others would hear (M28).
 * Nothing is sent anywhere. @throws when it cannot be recorded or played
 */
export const playBack = async (
  microphone: MediaStreamTrack,
  loudspeakerId: string | null,
  tell: (status: Playback['status']) => void,
): Promise<void> => {
  const context = new AudioContext();
  try {
    await context.resume();
    tell('ready');
    await after(PLAYBACK_READY_MS);
    tell('recording');
    const sound = await record(microphone, context);
    tell('playing');
    tell((await play(sound, context, loudspeakerId)) >= VOICE_LEVEL ? 'played' : 'silent');
  } finally {
    await context.close();
  }
};
