import { useEffect } from 'react';
import type { LiveConnection } from '../../live/index.ts';
import { useStage } from '../../media/index.ts';
import { RemoteControl } from './remote-control.ts';
import type { Devices } from './use-devices.ts';

/** Lets the clerk of this site choose, see and test its devices from their own page. */
export const useRemoteControl = (live: LiveConnection, { capture, loudness }: Devices): void => {
  const stage = useStage();
  useEffect(() => {
    if (!stage) return;
    const remote = new RemoteControl({
      capture,
      loudness,
      report: live.report,
      line: stage.connection.line,
      carried: stage.line,
      needsGesture: () => loudness.isBlocked || stage.voices.isBlocked,
    });
    const stop = live.onControl(remote.obey);
    remote.start();
    return () => {
      stop();
      remote.stop();
    };
  }, [live, stage, capture, loudness]);
};
