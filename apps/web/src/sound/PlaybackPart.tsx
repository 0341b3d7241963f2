import './sound.css';
import type { Playback } from '@diemcau/domain/live';
import { IconMicrophone } from '@tabler/icons-react';

import { Button, StatusLine, useFormats, useWords } from '../ui/index.ts';
import { useAsked } from './use-asked.ts';
import { soundWords } from './words.ts';

/** Two seconds before, three and three; the way there and back takes its time. */
const WAIT_MS = 15_000;
const ENDED: ReadonlySet<Playback['status']> = new Set(['played', 'silent', 'failed']);

export type PlaybackPartProps = {
  /** As the room told it last. */
  playback: Playback | null;
  /** False while the conference goes on. */
  isPossible: boolean;
  start: () => Promise<void>;
};

/** Three seconds of the room, recorded and played back in it: who is there says whether they were clear (M28). */
export const PlaybackPart = ({ playback, isPossible, start }: PlaybackPartProps) => {
  const words = useWords(soundWords).playback;
  const { timeWithSeconds } = useFormats();
  const isOver = playback !== null && ENDED.has(playback.status);
  const { status, press, problem, dismiss } = useAsked(isOver ? playback.at : null, start, WAIT_MS);
  const told = playback && words.status[playback.status](timeWithSeconds(playback.at));
  const isGoing = playback !== null && !isOver;
  const said = { told, running: isGoing ? told : words.asked, failed: words.status.failed() }[status];
  const isBad = status === 'failed' || (status === 'told' && isOver && playback.status !== 'played');
  return (
    <div className="sound-trial" role="group" aria-label={words.title}>
      <div>
        <Button
          size="small"
          icon={IconMicrophone}
          disabled={!isPossible}
          pending={status === 'running'}
          onPress={() => void press()}
        >
          {words.start}
        </Button>
      </div>
      <p className={`small ${said === null ? 'muted' : isBad ? 'heard' : ''}`} role="status">
        {said ?? (isPossible ? words.hint : words.later)}
      </p>
      <StatusLine problem={problem} onDismiss={dismiss} />
    </div>
  );
};
