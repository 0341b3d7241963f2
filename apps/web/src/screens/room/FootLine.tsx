import type { ReactNode } from 'react';
import type { Live } from '@diemcau/domain/live';
import { currentItem } from '../../agenda/current.ts';
import { speechKindWords } from '../../live/speech-kinds.ts';
import { phaseOf, useLiveState, type LiveConnection, type Names } from '../../live/index.ts';
import type { StageLine } from '../../media/index.ts';
import { SecrecyNote, SpeechClock, useWords } from '../../ui/index.ts';
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

/** What is going on, the time left of the speech, the standing rule, and the line. */
export const FootLine = ({ connection, live, names, line, children }: FootLineProps) => {
  const words = useWords(roomWords);
  const kinds = useWords(speechKindWords);
  const phase = useLiveState(connection, phaseOf);
  const { turn } = live.floor;
  const item = currentItem(live, names.titles);
  const doing = turn ? kinds.label[turn.kind] : phase === 'unknown' ? '' : words.phase[phase];
  return (
    <footer className="room-foot">
      <b>{item ? words.item(item.number, item.title) : doing}</b>
      <span className="room-says">{turn && speaksOf(names, live, turn, words)}</span>
      {turn?.startedAt != null && turn.limitSeconds !== null && (
        <span className="room-left">
          {words.left} <SpeechClock timing={turn} nowMs={connection.nowMs} size="inline" caption={false} />
        </span>
      )}
      {children}
      <SecrecyNote />
      <span className={`room-line ${line}`} role="img" aria-label={words.line[line]} title={words.line[line]} />
    </footer>
  );
};
