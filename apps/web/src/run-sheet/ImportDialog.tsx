import './ImportDialog.css';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';

import type { Run } from '../live/index.ts';
import { speechKindWords } from '../live/speech-kinds.ts';
import {
  Button,
  Dialog,
  LineList,
  Notice,
  type SaidProblem,
  StatusLine,
  TextField,
  useFormats,
  useWords,
} from '../ui/index.ts';
import { type Imported, type ImportedRow, type KnownSite, readPlan } from './import.ts';
import { type ImportStep, importSteps, type Standing } from './import-steps.ts';
import { importWords } from './import-words.ts';
import { readFile, readText, type Table } from './table.ts';
import { runSheetWords } from './words.ts';

type Read =
  | { readonly status: 'asked'; readonly wrong: 'noTable' | 'noHead' | 'unreadable' | null }
  | { readonly status: 'read'; readonly imported: Imported; readonly steps: readonly ImportStep[] };

type ReaderProps = { typed: string; onTyped: (typed: string) => void; onFile: (file: File) => void };

const Reader = ({ typed, onTyped, onFile }: ReaderProps) => {
  const words = useWords(importWords);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <p>{words.how}</p>
      <p className="small muted">{words.columns}</p>
      <TextField label={words.paste} value={typed} lines={8} onChange={onTyped} />
      {/* The browser's own field speaks the browser's language. */}
      <Button icon={IconFileSpreadsheet} onPress={() => input.current?.click()}>
        {words.file}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,.tsv,.txt"
        hidden
        aria-label={words.file}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          target.value = '';
        }}
      />
    </>
  );
};

const RowLine = ({ row }: { row: ImportedRow }) => {
  const words = useWords(importWords);
  const sheet = useWords(runSheetWords);
  const { label } = useWords(speechKindWords);
  const { number } = useFormats();
  const { kind, speechKind, person, site, seconds, cue } = row;
  const parts = [
    speechKind === null ? sheet.kind[kind] : label[speechKind],
    ...(person === null ? [] : [`${person.honorific} ${person.name}, ${person.position}`]),
    ...(site === null ? [] : [site.hall ? sheet.hall : site.name]),
    ...(seconds === null ? [] : [sheet.minutes(number(seconds / 60))]),
  ];
  return (
    <li>
      <span className="muted num">{words.line(String(row.line))}</span>
      <span>{parts.join(' · ')}</span>
      {cue !== '' && <span className="small muted rs-import-cue">{cue}</span>}
    </li>
  );
};

const Preview = ({ imported }: { imported: Imported }) => {
  const words = useWords(importWords);
  const { count } = useFormats();
  const { items, rows, trouble, unused, above } = imported;
  const isNothing = items.length === 0 && rows.length === 0;
  return (
    <>
      {trouble.length > 0 && (
        <>
          <h3 className="rs-import-trouble">{words.trouble(count(trouble.length))}</h3>
          <p className="small muted">{words.troubleHint}</p>
          <LineList label={words.trouble(count(trouble.length))}>
            {trouble.map(({ line, text, why }) => (
              <li key={line}>
                <span className="muted num">{words.line(String(line))}</span>
                <span>{text}</span>
                <span className="small why">{why.map((each) => words.why[each]).join('; ')}</span>
              </li>
            ))}
          </LineList>
        </>
      )}
      {unused.length > 0 && <p className="small">{words.unused(unused.join(', '))}</p>}
      {above > 0 && <p className="small">{words.above(count(above))}</p>}
      <h3>{isNothing ? words.nothing : words.understood(count(rows.length), count(items.length))}</h3>
      {!isNothing && (
        <LineList label={words.understood(count(rows.length), count(items.length))}>
          {items.map((item) => (
            <li key={`item ${item.line}`}>
              <span className="muted num">{words.line(String(item.line))}</span>
              <b>{words.item(item.title)}</b>
            </li>
          ))}
          {rows.map((row) => (
            <RowLine key={row.line} row={row} />
          ))}
        </LineList>
      )}
    </>
  );
};

export type ImportDialogProps = {
  sites: readonly KnownSite[];
  standing: Standing;
  run: Run;
  problem: SaidProblem | null;
  onClose: () => void;
};

const useImport = ({ sites, standing, run, onClose }: ImportDialogProps) => {
  const [typed, setTyped] = useState('');
  const [read, setRead] = useState<Read>({ status: 'asked', wrong: null });
  const [done, setDone] = useState(0);
  const [sending, setSending] = useState(false);
  const take = async (reading: Promise<Table>) => {
    const table = await reading.catch(() => null);
    const imported = table && readPlan(table, sites);
    if (!imported) return setRead({ status: 'asked', wrong: table === null ? 'unreadable' : 'noHead' });
    setDone(0);
    return setRead({ status: 'read', imported, steps: importSteps(imported, standing, () => crypto.randomUUID()) });
  };
  const preview = () => (typed.trim() === '' ? setRead({ status: 'asked', wrong: 'noTable' }) : take(readText(typed)));
  const send = async () => {
    if (read.status !== 'read') return;
    setSending(true);
    for (let at = done; at < read.steps.length; at++) {
      const step = read.steps[at];
      if (step && !(await run(step.command, step.texts))) return setSending(false);
      setDone(at + 1);
    }
    onClose();
  };
  const again = () => setRead({ status: 'asked', wrong: null });
  return {
    typed,
    setTyped,
    read,
    done,
    sending,
    takeFile: (file: File) => void take(readFile(file)),
    preview,
    send,
    again,
  };
};

/** Brings a run sheet in from a spreadsheet: read, looked at, and only then taken. */
export const ImportDialog = (props: ImportDialogProps) => {
  const words = useWords(importWords);
  const { count } = useFormats();
  const { typed, setTyped, read, done, sending, takeFile, preview, send, again } = useImport(props);
  const steps = read.status === 'read' ? read.steps.length : 0;
  return (
    <Dialog
      open
      title={words.title}
      onClose={sending ? () => undefined : props.onClose}
      actions={
        read.status === 'asked' ? (
          <>
            <Button onPress={props.onClose}>{words.close}</Button>
            <Button tone="primary" onPress={preview}>
              {words.read}
            </Button>
          </>
        ) : (
          <>
            <Button disabled={sending} onPress={done > 0 ? props.onClose : again}>
              {done > 0 ? words.close : words.again}
            </Button>
            <Button tone="primary" disabled={steps === 0} onPress={send}>
              {words.submit}
            </Button>
          </>
        )
      }
    >
      <div className="col">
        {read.status === 'asked' && <Reader typed={typed} onTyped={setTyped} onFile={takeFile} />}
        {read.status === 'asked' && read.wrong !== null && <Notice tone="trouble">{words[read.wrong]}</Notice>}
        {read.status === 'read' && <Preview imported={read.imported} />}
        {read.status === 'read' && <StatusLine problem={sending ? null : props.problem} />}
        {done > 0 && (
          <p className="num" role="status">
            {(sending ? words.progress : words.stopped)(count(done), count(steps))}
          </p>
        )}
      </div>
    </Dialog>
  );
};
