import { useEffect, useState, useSyncExternalStore } from 'react';
import { Capture, Loudness, useStage, type CaptureState, type Stage } from '../../media/index.ts';

export type Devices = { readonly capture: Capture; readonly loudness: Loudness };

/** So long the room's own devices wait for the first picture of the programme: people look at that. */
const PICTURE_MS = 1500;
/** From its track to its first frame. */
const FRAME_MS = 300;

/** Once a picture is here, or is not to be waited for. Returns how to call that off. */
const afterPicture = (stage: Stage, then: () => void): (() => void) => {
  let timer = setTimeout(then, PICTURE_MS);
  const stop = stage.cameras.subscribe(() => {
    if (!stage.cameras.isAny) return;
    stop();
    clearTimeout(timer);
    timer = setTimeout(then, FRAME_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
};

const begin = (stage: Stage): Devices & { readonly end: () => void } => {
  const capture = new Capture();
  const loudness = new Loudness();
  let measured: MediaStreamTrack | null = null;
  const stop = capture.subscribe(() => {
    const { microphone, mix } = capture.state();
    const heard = mix ?? microphone;
    if (heard === measured) return;
    measured = heard;
    loudness.measure(heard);
  });
  const notYet = afterPicture(stage, () => capture.start());
  const end = () => {
    notYet();
    stop();
    capture.stop();
    loudness.stop();
  };
  return { capture, loudness, end };
};

/** The room's camera, microphone and loudspeaker while this screen is shown; null for its first moment. */
export const useDevices = (): Devices | null => {
  const stage = useStage();
  const [devices, setDevices] = useState<Devices | null>(null);
  useEffect(() => {
    if (!stage) return;
    const { end, ...made } = begin(stage);
    setDevices(made);
    return () => {
      setDevices(null);
      end();
    };
  }, [stage]);
  return devices;
};

export const useCapture = ({ capture }: Devices): CaptureState =>
  useSyncExternalStore(capture.subscribe, capture.state);
