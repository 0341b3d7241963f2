import './minutes.css';
import type { Note, PutNoteBody } from '@diemcau/domain/minutes';
import { useMemo, useState } from 'react';

import { api, asProblem, type Problem } from '../live/api.ts';
import { speechKindWords } from '../live/speech-kinds.ts';
import { ErrorState, Loading, StatusLine, useFormats, useWords } from '../ui/index.ts';
import { calledText, linesOf, type Line } from './lines.ts';
import { NoteForm, type Raiser } from './NoteForm.tsx';
import { useRecord, type ReadRecord } from './reader.ts';
import { RecordLines } from './RecordLines.tsx';
import { minutesWords } from './words.ts';

const raiserOf = ({ entries, names }: ReadRecord): Raiser | null => {
  const speech = entries.findLast((entry) => entry.kind === 'speech' && entry.takenBackAt === null);
  if (speech?.kind !== 'speech') return null;
  const person = names.people.find(({ speakerId }) => speakerId === speech.speakerId);
  return { siteId: speech.siteId, raisedBy: person ? calledText(person) : '' };
};

/** The changes of notes of a seat; what was refused is said. */
const useNoteActs = (seatId: string, readAgain: () => Promise<void>) => {
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (path: string, body: object): Promise<boolean> => {
    try {
      await api.post(`/seats/${seatId}/record/notes${path}`, body);
      setProblem(null);
      await readAgain();
      return true;
    } catch (thrown) {
      setProblem(asProblem(thrown));
      return false;
    }
  };
  return {
    problem,
    dismiss: () => setProblem(null),
    put: (body: PutNoteBody) => send('', body),
    withdraw: ({ noteId }: Note) => send('/withdrawals', { id: crypto.randomUUID(), noteId }),
  };
};

type Writing = { readonly seatId: string; readonly record: ReadRecord; readonly readAgain: () => Promise<void> };

const Notes = ({ seatId, record, readAgain, lines }: Writing & { lines: readonly Line[] }) => {
  const [edited, setEdited] = useState<Note | null>(null);
  const { problem, dismiss, put, withdraw } = useNoteActs(seatId, readAgain);
  const save = async (body: PutNoteBody) => {
    const done = await put(body);
    if (done) setEdited(null);
    return done;
  };
  return (
    <>
      <RecordLines base={`/seats/${seatId}`} lines={lines} acts={{ onEdit: setEdited, onWithdraw: withdraw }} follows />
      <StatusLine problem={problem} onDismiss={dismiss} />
      <NoteForm
        key={edited?.noteId ?? 'new'}
        note={edited}
        raiser={raiserOf(record)}
        sites={record.names.sites}
        onSave={save}
        onCancel={() => setEdited(null)}
      />
    </>
  );
};

/**
 * The record as it grows, the newest last. `base` names whose: `/seats/<id>` or `/conferences/<id>`; with `seatId`, of a
 * secretary, notes are written beside it. It fills the height of its place.
 */
type RecordPanelProps = {
  base: string;
  seatId?: string;
  /** The number of a rehearsal, whose record is apart; left out or null: the conference itself. */
  rehearsal?: number | null;
  /** Another one whenever the page learns of something new; left out: it has no line to learn by, and asks. */
  news?: string | null;
};

export const RecordPanel = ({ base, seatId, rehearsal = null, news = null }: RecordPanelProps) => {
  const words = useWords(minutesWords);
  const kinds = useWords(speechKindWords).label;
  const { timeWithSeconds } = useFormats();
  const { record, readAgain } = useRecord(base, rehearsal, news);
  const { entries, notes, stills, names, isRead, problem } = record;
  const lines = useMemo(
    () => linesOf(entries, { notes, stills }, names, { words, kinds, time: timeWithSeconds }),
    [entries, notes, stills, names, words, kinds, timeWithSeconds],
  );
  if (!isRead)
    return problem ? <ErrorState problem={problem} onRetry={readAgain} /> : <Loading>{words.loading}</Loading>;
  return (
    <div className="mn-panel">
      <StatusLine problem={problem} />
      {seatId === undefined ? (
        <RecordLines base={base} lines={lines} acts={null} follows={false} />
      ) : (
        <Notes seatId={seatId} record={record} readAgain={readAgain} lines={lines} />
      )}
    </div>
  );
};
