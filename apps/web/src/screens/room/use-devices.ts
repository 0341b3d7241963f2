import { useEffect, useState, useSyncExternalStore } from 'react';
import { Capture, Loudness, type CaptureState } from '../../media/index.ts';

export type Devices = { readonly capture: Capture; readonly loudness: Loudness };

const begin = (): Devices & { readonly end: () => void } => {
  const capture = new Capture();
  const loudness = new Loudness();
  let measured: MediaStreamTrack | null = null;
  const stop = capture.subscribe(() => {
    const { microphone } = capture.state();
    if (microphone === measured) return;
    measured = microphone;
    loudness.measure(microphone);
  });
  capture.start();
  const end = () => {
    stop();
    capture.stop();
    loudness.stop();
  };
  return { capture, loudness, end };
};

/** The room's camera, microphone and loudspeaker while this screen is shown; null for its first moment. */
export const useDevices = (): Devices | null => {
  const [devices, setDevices] = useState<Devices | null>(null);
  useEffect(() => {
    const { end, ...made } = begin();
    setDevices(made);
    return () => {
      setDevices(null);
      end();
    };
  }, []);
  return devices;
};

export const useCapture = ({ capture }: Devices): CaptureState =>
  useSyncExternalStore(capture.subscribe, capture.state);
