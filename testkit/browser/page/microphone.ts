import { toneHz } from '../../bots/tones.ts';

const TONE_LEVEL = 0.2;

/** What stands before the microphone of this page: a voice, and the room with its loudspeaker. */
export type Before = {
  /** How loud the voice is, of its usual loudness; 0: nobody speaks. */
  readonly speak: (loudness: number) => void;
  /** What is played from now on reaches the microphone so loud; 0: a room without an echo. */
  readonly amplify: (loudness: number) => void;
};

/** Whatever an element begins to play comes out of the loudspeaker, and goes round to the microphone. */
const hearPlayed = (context: AudioContext, way: AudioNode): ((loudness: number) => void) => {
  const room = new GainNode(context, { gain: 0 });
  room.connect(way);
  let isPatched = false;
  return (loudness) => {
    room.gain.value = loudness;
    if (isPatched) return;
    isPatched = true;
    // oxlint-disable-next-line unbound-method -- it is called on the element that plays
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function played(this: HTMLMediaElement) {
      if (this.srcObject instanceof MediaStream && this.srcObject.getAudioTracks().length > 0)
        new MediaStreamAudioSourceNode(context, { mediaStream: this.srcObject }).connect(room);
      return play.call(this);
    };
  };
};

/** A microphone before which tone `n` sounds, without any processing. */
export const openMicrophoneOf = (tone: number): { readonly track: MediaStreamTrack; readonly before: Before } => {
  const context = new AudioContext({ sampleRate: 48_000 });
  const oscillator = new OscillatorNode(context, { frequency: toneHz(tone) });
  const way = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const voice = new GainNode(context, { gain: TONE_LEVEL });
  oscillator.connect(voice).connect(way);
  oscillator.start();
  const [track] = way.stream.getAudioTracks();
  if (!track) throw new Error('a tone without a track');
  const speak = (loudness: number): void => {
    voice.gain.value = TONE_LEVEL * loudness;
  };
  return { track, before: { speak, amplify: hearPlayed(context, way) } };
};

export const openMicrophone = (tone: number): MediaStreamTrack => openMicrophoneOf(tone).track;
