import { toneHz } from '../../bots/tones.ts';

const TONE_LEVEL = 0.2;

/** A microphone before which tone `n` sounds, without any processing. */
export const openMicrophone = (tone: number): MediaStreamTrack => {
  const context = new AudioContext({ sampleRate: 48_000 });
  const oscillator = new OscillatorNode(context, { frequency: toneHz(tone) });
  const way = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  oscillator.connect(new GainNode(context, { gain: TONE_LEVEL })).connect(way);
  oscillator.start();
  const [track] = way.stream.getAudioTracks();
  if (!track) throw new Error('a tone without a track');
  return track;
};
