import './sound.css';
import type { EchoTrial } from '@diemcau/domain/live';
import { IconWaveSine } from '@tabler/icons-react';

import { Button, StatusLine, useFormats, useWords } from '../ui/index.ts';
import { useAsked } from './use-asked.ts';
import { soundWords } from './words.ts';

/** The tones last four seconds, and the way there and back takes its time. */
const WAIT_MS = 12_000;

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
  const { status, press, problem, dismiss } = useAsked(echo?.at ?? null, start, WAIT_MS);
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
