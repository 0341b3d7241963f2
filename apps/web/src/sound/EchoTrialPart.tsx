import './sound.css';
import type { EchoTrial } from '@diemcau/domain/live';
import { IconWaveSine } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

import { asProblem } from '../live/api.ts';
import { Button, type SaidProblem, StatusLine, useFormats, useWords } from '../ui/index.ts';
import { soundWords } from './words.ts';

/** The tones last four seconds, and the way there and back takes its time. */
const WAIT_MS = 12_000;

type Asked = { readonly before: number | null; readonly isLate: boolean };

/** What became of the trial that this page asked for; the room tells its result with its next report. */
const useTrial = (echo: EchoTrial | null, start: () => Promise<void>) => {
  const [asked, ask] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  useEffect(() => {
    if (asked === null || asked.isLate) return;
    const timer = setTimeout(() => ask({ ...asked, isLate: true }), WAIT_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const isAnswered = asked !== null && echo !== null && echo.at !== asked.before;
  const status = asked === null || isAnswered ? 'told' : asked.isLate ? 'failed' : 'running';
  const press = async () => {
    try {
      await start();
      setProblem(null);
      ask({ before: echo?.at ?? null, isLate: false });
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  return { status, press, problem, dismiss: () => setProblem(null) } as const;
};

export type EchoTrialPartProps = {
  /** The latest trial with the devices in use. */
  echo: EchoTrial | null;
  /** False while the conference goes on. */
  isPossible: boolean;
  start: () => Promise<void>;
};

/** Trying a room for echo: with its loudspeakers on, before the opening or in a break. */
export const EchoTrialPart = ({ echo, isPossible, start }: EchoTrialPartProps) => {
  const words = useWords(soundWords).trial;
  const { timeWithSeconds } = useFormats();
  const { status, press, problem, dismiss } = useTrial(echo, start);
  const told =
    echo === null
      ? null
      : echo.heard
        ? words.heard(timeWithSeconds(echo.at), String(echo.aboveDb))
        : words.good(timeWithSeconds(echo.at));
  const said = { told, running: words.running, failed: words.failed }[status];
  const tone = status === 'failed' || (status === 'told' && echo?.heard) ? 'heard' : status === 'told' ? 'good' : '';
  return (
    <div className="sound-trial" role="group" aria-label={words.title}>
      <div>
        <Button
          size="small"
          icon={IconWaveSine}
          disabled={!isPossible}
          pending={status === 'running'}
          onPress={() => void press()}
        >
          {words.start}
        </Button>
      </div>
      <p className={`small ${said === null ? 'muted' : tone}`} role="status">
        {said ?? (isPossible ? words.hint : words.later)}
      </p>
      <StatusLine problem={problem} onDismiss={dismiss} />
    </div>
  );
};
