import { Suspense } from 'react';
import type { ReactNode } from 'react';
import type { Live } from '@diemcau/domain/live';
import { currentItem } from '../../agenda/current.ts';
import { speechKindWords } from '../../live/speech-kinds.ts';
import { phaseOf, useLiveState, type LiveConnection, type Names } from '../../live/index.ts';
import { useCarried, type StageLine } from '../../media/index.ts';
import { lesserStep } from '@diemcau/domain/kernel';
import { SecrecyNote, SpeechClock, useWords, lazyPart } from '../../ui/index.ts';
import { speaksOf } from './people.ts';
import { roomWords } from './words.ts';

export type FootLineProps = {
  connection: LiveConnection;
  live: Live;
  names: Names;
  line: StageLine;
  /** Before the standing rule. */
  children?: ReactNode;
};

/** Loaded with the first line that does not carry all. */
const CarriedStep = lazyPart(() => import('./thin/index.tsx').then((thin) => ({ default: thin.CarriedStep })));

/** What is going on, the time left of the speech, the standing rule, and the line. */
export const FootLine = ({ connection, live, names, line, children }: FootLineProps) => {
  const words = useWords(roomWords);
  const kinds = useWords(speechKindWords);
  const phase = useLiveState(connection, phaseOf);
  const { down, up } = useCarried();
  const step = lesserStep(down, up);
  const { turn } = live.floor;
  // A line that does not carry all is no good one, whatever its last minute says.
  const said = line === 'good' && step !== 'full' ? 'poor' : line;
  const item = currentItem(live, names.titles);
  const doing = turn ? kinds.label[turn.kind] : phase === 'unknown' ? '' : words.phase[phase];
  return (
    <footer className="room-foot" data-down={down} data-up={up}>
      <b>{item ? words.item(item.number, item.title) : doing}</b>
      <span className="room-says">{turn && speaksOf(names, live, turn, words)}</span>
      {turn?.startedAt != null && turn.limitSeconds !== null && (
        <span className="room-left">
          {words.left} <SpeechClock timing={turn} nowMs={connection.nowMs} size="inline" caption={false} />
        </span>
      )}
      {children}
      <SecrecyNote />
      {step !== 'full' && line !== 'lost' && (
        <Suspense>
          <CarriedStep step={step} />
        </Suspense>
      )}
      <span className={`room-line ${said}`} role="img" aria-label={words.line[said]} title={words.line[said]} />
    </footer>
  );
};
