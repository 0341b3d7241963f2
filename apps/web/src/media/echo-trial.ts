import type { EchoTrial } from '@diemcau/domain/live';
import { judge, schedule, toneDb, TONE_MS, TRIAL_MS, type Window } from './echo-measure.ts';

const GAIN = 0.25;
const LOOK_EVERY_MS = 40;
/** 85 ms of sound: 12 Hz apart. */
const SAMPLES = 4096;

/** Plays the tones where the programme is played, so that echo cancellation meets them as it meets the programme. */
const play = async (context: AudioContext, loudspeakerId: string | null): Promise<HTMLAudioElement> => {
  const way = context.createMediaStreamDestination();
  const begun = context.currentTime;
  for (const { hz, atMs } of schedule) {
    const tone = new OscillatorNode(context, { frequency: hz });
    tone.connect(new GainNode(context, { gain: GAIN })).connect(way);
    tone.start(begun + atMs / 1000);
    tone.stop(begun + (atMs + TONE_MS) / 1000);
  }
  const element = new Audio();
  element.srcObject = way.stream;
  if (loudspeakerId !== null) await element.setSinkId(loudspeakerId);
  await element.play();
  return element;
};

/**
 * Tries a room: tones out of its loudspeaker, while its microphone listens as it is configured (M20).
 * @throws when nothing can be played, or there is no such loudspeaker
 */
export const tryEcho = async (microphone: MediaStreamTrack, loudspeakerId: string | null): Promise<EchoTrial> => {
  const context = new AudioContext();
  try {
    await context.resume();
    const ear = new AnalyserNode(context, { fftSize: SAMPLES });
    context.createMediaStreamSource(new MediaStream([microphone])).connect(ear);
    const samples = new Float32Array(SAMPLES);
    const windows: Window[] = [];
    const element = await play(context, loudspeakerId);
    const begun = performance.now();
    while (performance.now() - begun < TRIAL_MS) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      ear.getFloatTimeDomainData(samples);
      const db = schedule.map(({ hz }) => toneDb(samples, hz, context.sampleRate));
      windows.push({ atMs: performance.now() - begun, db });
    }
    element.pause();
    element.srcObject = null;
    return { at: Date.now(), ...judge(windows) };
  } finally {
    await context.close();
  }
};
