import { useEffect, useState } from 'react';
import type { LiveConnection } from '../../live/index.ts';
import { useStage } from '../../media/index.ts';
import type { RoomTrial } from './remote-control.ts';
import type { Devices } from './use-devices.ts';

/**
 * Lets the clerk of this site choose, see and test its devices from their own page; fetched beside the first picture.
 * Answers with what is tried in this room now.
 */
export const useRemoteControl = (live: LiveConnection, { capture, loudness }: Devices): RoomTrial | null => {
  const stage = useStage();
  const [trial, setTrial] = useState<RoomTrial | null>(null);
  useEffect(() => {
    if (!stage) return;
    let isOver = false;
    let end = () => undefined as void;
    const begin = ([{ RemoteControl }, { reportLine }]: readonly [
      typeof import('./remote-control.ts'),
      typeof import('./line-reports.ts'),
    ]): void => {
      if (isOver) return;
      const remote = new RemoteControl({
        capture,
        loudness,
        report: live.report,
        line: stage.connection.line,
        carried: stage.line,
        needsGesture: () => loudness.isBlocked || stage.voices.isBlocked,
        onTrial: (now) => !isOver && setTrial(now),
        tryLine: async (runId, onRun) => {
          const { tryLine } = await import('./line-trial.ts');
          await tryLine(live, live.state().seatId, runId, onRun);
        },
      });
      const stop = live.onControl(remote.obey);
      remote.start();
      const endOfLine = reportLine(live, stage);
      end = () => {
        stop();
        endOfLine();
        remote.stop();
      };
    };
    void Promise.all([import('./remote-control.ts'), import('./line-reports.ts')]).then(begin);
    return () => {
      isOver = true;
      end();
    };
  }, [live, stage, capture, loudness]);
  return trial;
};
