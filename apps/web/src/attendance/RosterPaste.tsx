import { ROSTER_LIMIT, type Delegate, type Imported, type PastedDelegate } from '@diemcau/domain/attendance';
import { DelegateId, foldText } from '@diemcau/domain/kernel';
import { useState } from 'react';

import { honorifics } from '../live/honorifics.ts';
import {
  Button,
  Dialog,
  LineList,
  Notice,
  type SaidProblem,
  SelectField,
  StatusLine,
  TextField,
  useAnnounce,
  useFormats,
  useWords,
} from '../ui/index.ts';
import {
  leftOver,
  pastedRows,
  previewOf,
  readTable,
  type PastedRows,
  type PasteFault,
  type PreviewLine,
} from './roster-paste.ts';
import { rosterWords } from './site-words.ts';

type Read =
  | { readonly status: 'asked'; readonly fault: PasteFault | null; readonly left: number }
  | { readonly status: 'read'; readonly pasted: PastedRows; readonly preview: readonly PreviewLine[] };

export type RosterPasteProps = {
  roster: readonly Delegate[];
  problem: SaidProblem | null;
  onImport: (rows: readonly PastedDelegate[]) => Promise<Imported | null>;
  onClose: () => void;
};

const usePaste = ({ roster, onImport, onClose }: RosterPasteProps) => {
  const words = useWords(rosterWords).pasted;
  const { count } = useFormats();
  const announce = useAnnounce();
  const [typed, setTyped] = useState('');
  const [usual, setUsual] = useState('');
  const [read, setRead] = useState<Read>({ status: 'asked', fault: null, left: 0 });
  const look = async () => {
    const pasted = pastedRows(await readTable(typed), usual, () => DelegateId.parse(crypto.randomUUID()));
    if (typeof pasted === 'string') return setRead({ status: 'asked', fault: pasted, left: 0 });
    return setRead({ status: 'read', pasted, preview: previewOf(pasted, roster) });
  };
  const send = async () => {
    if (read.status !== 'read') return;
    const done = await onImport(read.pasted.rows);
    if (done === null) return;
    announce(words.done(count(done.stored)));
    if (done.notUnderstood.length === 0) return onClose();
    setTyped(
      leftOver(
        read.pasted,
        done.notUnderstood.map(({ row }) => row),
      ),
    );
    setRead({ status: 'asked', fault: null, left: done.notUnderstood.length });
  };
  const again = () => setRead({ status: 'asked', fault: null, left: 0 });
  return { typed, setTyped, usual, setUsual, read, look, send, again };
};

type Pasting = ReturnType<typeof usePaste>;

const Asked = ({ typed, setTyped, usual, setUsual, read }: Pasting) => {
  const words = useWords(rosterWords).pasted;
  const { count } = useFormats();
  if (read.status !== 'asked') return null;
  const choices = [
    { value: '', label: words.usualNone },
    ...honorifics.map((one) => ({ value: one as string, label: words.usualIs(one) })),
  ];
  return (
    <>
      {read.left > 0 ? (
        <Notice tone="good">{words.left(count(read.left))}</Notice>
      ) : (
        <>
          <p>{words.how}</p>
          <p className="small muted">{words.columns}</p>
        </>
      )}
      <TextField label={words.paste} value={typed} lines={8} onChange={setTyped} />
      <SelectField label={words.usual} value={usual} choices={choices} onChange={setUsual} />
      {read.fault !== null && <Notice tone="trouble">{words[read.fault]}</Notice>}
    </>
  );
};

const Line = ({ line: { line, cells, ...read } }: { line: PreviewLine }) => {
  const words = useWords(rosterWords);
  const { honorific, name, position, unit, kind, substituteFor, phone } = cells;
  const rest = [position, unit, kind, substituteFor && words.substituteFor(substituteFor), phone];
  return (
    <li className={read.status}>
      <span className="muted num">{words.pasted.line(String(line))}</span>
      <span>
        <span className="muted">{honorific}</span> <b>{name}</b>
        {rest.filter(Boolean).map((part) => ` · ${part}`)}
      </span>
      {read.status === 'odd' && (
        <span className="why">
          {words.pasted.oddWhy(read.fields.map((field) => words.pasted.field[field]).join(', '))}
        </span>
      )}
    </li>
  );
};

const Lines = ({ title, lines, odd = false }: { title: string; lines: readonly PreviewLine[]; odd?: boolean }) => (
  <>
    <h3 className={odd ? 'att-paste-odd' : ''}>{title}</h3>
    <LineList label={title}>
      {lines.map((line) => (
        <Line key={line.line} line={line} />
      ))}
    </LineList>
  </>
);

const Preview = ({
  pasted,
  preview,
  roster,
}: {
  pasted: PastedRows;
  preview: readonly PreviewLine[];
  roster: readonly Delegate[];
}) => {
  const words = useWords(rosterWords).pasted;
  const { count } = useFormats();
  const odd = preview.filter(({ status }) => status === 'odd');
  const clear = preview.filter(({ status }) => status === 'understood');
  const known = new Set(roster.map(({ name }) => foldText(name)));
  const twice = clear.filter(({ cells }) => known.has(foldText(cells.name))).length;
  const room = ROSTER_LIMIT - roster.length;
  return (
    <>
      {clear.length > room && <Notice tone="trouble">{words.full(count(room))}</Notice>}
      {twice > 0 && <Notice tone="calm">{words.known(count(twice))}</Notice>}
      {odd.length > 0 && <Lines odd title={words.odd(count(odd.length))} lines={odd} />}
      {pasted.unused.length > 0 && <p className="small">{words.unused(pasted.unused.join(', '))}</p>}
      {clear.length > 0 && <Lines title={words.understood(count(clear.length))} lines={clear} />}
    </>
  );
};

/** A list from a spreadsheet: read as the server will read it, looked at, and only then stored. */
export const RosterPaste = (props: RosterPasteProps) => {
  const words = useWords(rosterWords).pasted;
  const { count } = useFormats();
  const pasting = usePaste(props);
  const { read, look, send, again } = pasting;
  const clear = read.status === 'read' ? read.preview.filter(({ status }) => status === 'understood').length : 0;
  const isFull = clear > ROSTER_LIMIT - props.roster.length;
  return (
    <Dialog
      open
      title={words.title}
      onClose={props.onClose}
      actions={
        read.status === 'asked' ? (
          <>
            <Button onPress={props.onClose}>{words.close}</Button>
            <Button tone="primary" onPress={look}>
              {words.read}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={again}>{words.again}</Button>
            <Button tone="primary" disabled={clear === 0 || isFull} onPress={send}>
              {words.submit(count(clear))}
            </Button>
          </>
        )
      }
    >
      <div className="col">
        <Asked {...pasting} />
        {read.status === 'read' && <Preview {...read} roster={props.roster} />}
        <StatusLine problem={props.problem} />
      </div>
    </Dialog>
  );
};
