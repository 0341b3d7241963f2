import './support.css';
import { type SeatId } from '@diemcau/domain/kernel';
import { HelpId, type Help, HelpKind, MAX_HELP_LINE, helpIsAt } from '@diemcau/domain/support';
import type { Mine } from '@diemcau/domain/wire';
import { IconLifebuoy } from '@tabler/icons-react';
import { useCallback, useState } from 'react';

import {
  Button,
  FormDialog,
  type NowMs,
  Panel,
  PhoneLink,
  StatusLine,
  Tag,
  TextField,
  useAnnounceChange,
  useFormats,
  useTicking,
  useWords,
} from '../ui/index.ts';
import { helpWords } from './clerk-words.ts';
import { supportPort } from './port.ts';
import { Since } from './Since.tsx';
import { type Act, useAct } from './use-act.ts';

const newId = (): HelpId => HelpId.parse(crypto.randomUUID());

type FormProps = { onSend: (kind: HelpKind, note: string) => Promise<unknown>; act: Act; onClose: () => void };

const AskDialog = ({ onSend, act, onClose }: FormProps) => {
  const words = useWords(helpWords);
  const [kind, setKind] = useState<HelpKind>('noPicture');
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={words.ask.title}
      close={words.ask.close}
      save={words.ask.send}
      onClose={onClose}
      onSave={() => onSend(kind, note.trim())}
    >
      <fieldset className="sup-kinds">
        <legend className="hidden-text">{words.ask.kind}</legend>
        {HelpKind.options.map((one) => (
          <label key={one} className={`sup-kind ${one === kind ? 'chosen' : ''}`}>
            <input type="radio" name="kind" checked={one === kind} onChange={() => setKind(one)} />
            <span>{words.kinds[one]}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={words.ask.note}
        hint={words.ask.noteHint}
        value={note}
        onChange={setNote}
        maxLength={MAX_HELP_LINE}
      />
      <StatusLine problem={act.problem} onDismiss={act.dismiss} />
    </FormDialog>
  );
};

const useWhere = (help: Help, nowMs: NowMs): string => {
  const words = useWords(helpWords);
  const where = useTicking(
    nowMs,
    useCallback((now: number) => helpIsAt(help, now), [help]),
  );
  const { takenBy } = help;
  if (!takenBy) return where === 'centre' ? words.own.atCentre : words.own.atProvince;
  return takenBy.isCentre
    ? words.own.takenByCentre(takenBy.name)
    : words.own.takenByProvince(takenBy.name ?? words.province);
};

type OpenProps = { help: Help; nowMs: NowMs; phone: string | null; act: Act; onWithdraw: () => Promise<unknown> };

const OpenHelp = ({ help, nowMs, phone, act, onWithdraw }: OpenProps) => {
  const words = useWords(helpWords);
  const { time } = useFormats();
  return (
    <Panel
      title={words.own.title}
      tone="standby"
      className="sup-own"
      note={<Tag tone={help.takenBy ? 'green' : 'amber'}>{help.takenBy ? words.own.taken : words.own.received}</Tag>}
    >
      <div className="col">
        <p className="sup-own-what">
          <b>{words.kinds[help.kind]}</b>
          <span className="sup-own-clock">
            <span className="small muted">{words.own.since} </span>
            <Since at={help.openedAt} nowMs={nowMs} />
          </span>
        </p>
        {help.note !== '' && <p className="small muted">{help.note}</p>}
        <p role="status">{useWhere(help, nowMs)}</p>
        {help.answer && (
          <p className="sup-answer">
            <span className="small muted num">
              {words.own.answer}, {time(help.answer.at)}
            </span>
            <b>{help.answer.text}</b>
          </p>
        )}
        <StatusLine problem={act.problem} onDismiss={act.dismiss} />
        <div className="sup-own-acts">
          <Button onPress={onWithdraw}>{words.own.withdraw}</Button>
          {phone !== null && (
            <span className="small">
              <span className="muted">{words.own.call} </span>
              <PhoneLink phone={phone} label={`${words.own.call} ${phone}`} />
            </span>
          )}
        </div>
      </div>
    </Panel>
  );
};

const useSaid = (help: Help | null): string | null => {
  const { said: words, centre, province } = useWords(helpWords);
  if (help?.end) return help.end.how === 'solved' ? words.solved : null;
  if (help?.answer) return words.answered(help.answer.text);
  return help?.takenBy ? words.taken(help.takenBy.name ?? (help.takenBy.isCentre ? centre : province)) : null;
};

export type HelpCardProps = {
  seatId: SeatId;
  mine: Mine;
  nowMs: NowMs;
  /** The support number of the conference. */
  phone: string | null;
  /** The conference has ended: nothing is asked any more. */
  isOver: boolean;
};

/** "Cần hỗ trợ" of a site: one press, then what became of it. */
export const HelpCard = ({ seatId, mine, nowMs, phone, isOver }: HelpCardProps) => {
  const words = useWords(helpWords);
  const { time } = useFormats();
  const act = useAct();
  const [port] = useState(() => supportPort(seatId));
  const [id, setId] = useState(newId);
  const [asking, setAsking] = useState(false);
  const { siteId } = mine.site;
  const help = mine.support?.help ?? null;
  useAnnounceChange(useSaid(help), 'polite');
  if (isOver || mine.support === null) return null;
  if (help && !help.end)
    return (
      <OpenHelp
        help={help}
        nowMs={nowMs}
        phone={phone}
        act={act}
        onWithdraw={() => act.run(() => port.withdraw(siteId, help.helpId))}
      />
    );
  // The same id goes with each press until the server has it: a request is one, however often it is sent.
  const send = async (kind: HelpKind, note: string) => {
    if (!(await act.run(() => port.ask(siteId, { id, kind, note })))) return;
    setId(newId());
    setAsking(false);
  };
  return (
    <div className="sup-need">
      <Button wide icon={IconLifebuoy} onPress={() => setAsking(true)}>
        {words.need}
      </Button>
      {help?.end?.how === 'solved' && (
        <p className="small muted">
          {words.own.solved(time(help.end.at))}
          {help.answer && ` ${help.answer.text}`}
        </p>
      )}
      {asking && <AskDialog onSend={send} act={act} onClose={() => setAsking(false)} />}
    </div>
  );
};
