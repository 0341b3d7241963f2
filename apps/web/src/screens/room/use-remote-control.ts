import { useEffect } from 'react';
import type { LiveConnection } from '../../live/index.ts';
import { useStage } from '../../media/index.ts';
import type { Devices } from './use-devices.ts';

/** Lets the clerk of this site choose, see and test its devices from their own page; fetched beside the first picture. */
export const useRemoteControl = (live: LiveConnection, { capture, loudness }: Devices): void => {
  const stage = useStage();
  useEffect(() => {
    if (!stage) return;
    let isOver = false;
    let end = () => undefined as void;
    const begin = ({ RemoteControl }: typeof import('./remote-control.ts')): void => {
      if (isOver) return;
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
      end = () => {
        stop();
        remote.stop();
      };
    };
    void import('./remote-control.ts').then(begin);
    return () => {
      isOver = true;
      end();
    };
  }, [live, stage, capture, loudness]);
};
