import './Clerk.css';
import type { RollCall } from '@diemcau/domain/attendance';
import {
  IconBellRinging,
  IconCheck,
  IconClockExclamation,
  IconMinus,
  IconPencil,
  IconPlus,
  IconSend,
} from '@tabler/icons-react';
import { useCallback, useId, useState } from 'react';

import { Button, type NowMs, Panel, Tag, useAnnounce, useFormats, useTicking, useWords } from '../ui/index.ts';
import type { RosterModel } from './roster-model.ts';
import type { Roster } from './roster-port.ts';
import { MOST_HEADS, readHeads, suggestedHeads, tallyOf } from './roster-view.ts';
import { rollCallWords } from './site-words.ts';
import { UnsentNotice } from './UnsentNotice.tsx';
import { useRosterState } from './use-roster.ts';

type Asked = Pick<RollCall, 'rollCallId' | 'closesAt'>;

const useIsLate = (closesAt: number, nowMs: NowMs): boolean =>
  useTicking(
    nowMs,
    useCallback((now: number) => now > closesAt, [closesAt]),
  );

type NotesProps = { closesAt: number; remindedAt: number | null; nowMs: NowMs };

/** What presses: a reminder of the secretary, and a deadline that has passed. */
const Notes = ({ closesAt, remindedAt, nowMs }: NotesProps) => {
  const words = useWords(rollCallWords);
  const { time } = useFormats();
  const isLate = useIsLate(closesAt, nowMs);
  return (
    <>
      {remindedAt !== null && (
        <p className="att-note" role="status">
          <IconBellRinging size={20} stroke={2} aria-hidden />
          {words.reminded(time(remindedAt))}
        </p>
      )}
      {isLate && (
        <p className="att-note" role="status">
          <IconClockExclamation size={20} stroke={2} aria-hidden />
          {words.late(time(closesAt))}
        </p>
      )}
    </>
  );
};

type HeadsProps = { typed: string; isWrong: boolean; onType: (typed: string) => void };

/** A number that a thumb can set. */
const HeadsField = ({ typed, isWrong, onType }: HeadsProps) => {
  const words = useWords(rollCallWords);
  const id = useId();
  const heads = readHeads(typed) ?? 0;
  const step = (by: number) => onType(String(Math.min(MOST_HEADS, Math.max(0, heads + by))));
  return (
    <div className="att-heads">
      <label htmlFor={id}>{words.heads}</label>
      <div className="att-heads-row">
        <Button icon={IconMinus} label={words.fewer} onPress={() => step(-1)} />
        <input
          id={id}
          className="ui-input num"
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={(event) => onType(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        <Button icon={IconPlus} label={words.more} onPress={() => step(1)} />
      </div>
      {isWrong && (
        <p id={`${id}-wrong`} className="ui-field-error" role="alert">
          {words.wrong}
        </p>
      )}
    </div>
  );
};

type RollCallFormProps = { model: RosterModel; roster: Roster; rollCall: Asked; onDone?: () => void };

/** The head count: what the marks say until something else is typed; one press reports it. */
const RollCallForm = ({ model, roster, rollCall, onDone }: RollCallFormProps) => {
  const words = useWords(rollCallWords);
  const { count } = useFormats();
  const announce = useAnnounce();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const suggested = suggestedHeads(roster);
  const shown = typed ?? (suggested === null ? '' : String(suggested));
  const heads = readHeads(shown);
  const { present, unknown, summoned, all } = tallyOf(roster.delegates);
  const type = (next: string) => {
    setTyped(next);
    setWrong(false);
  };
  const send = async () => {
    if (heads === null) return setWrong(true);
    if (!(await model.answer(rollCall.rollCallId, heads))) return;
    setTyped(null);
    announce(words.announced);
    onDone?.();
  };
  return (
    <form className="att-answer" noValidate onSubmit={(event) => event.preventDefault()}>
      <UnsentNotice model={model} />
      <HeadsField typed={shown} isWrong={isWrong} onType={type} />
      {all > 0 && <p className="small muted att-by-name">{words.byName(count(present), count(unknown))}</p>}
      <div className="att-answer-acts">
        {summoned > 0 && heads !== summoned && present === 0 && (
          <Button size="big" onPress={() => type(String(summoned))}>
            {words.everyone(count(summoned))}
          </Button>
        )}
        <Button size="big" tone="primary" type="submit" icon={IconSend} onPress={send}>
          {heads === null ? words.send : words.sendN(count(heads))}
        </Button>
      </div>
    </form>
  );
};

export type RollCallAskedProps = { model: RosterModel; rollCall: Asked; remindedAt: number | null; nowMs: NowMs };
/** `siteName` names the site on a page of another one. */
type RollCallPanelProps = RollCallAskedProps & { siteName?: string };

/** The open roll call that this site has not answered, within the card of what is to do now. */
export const RollCallAsked = ({ model, rollCall, remindedAt, nowMs }: RollCallAskedProps) => {
  const state = useRosterState(model);
  return (
    <>
      <Notes closesAt={rollCall.closesAt} remindedAt={remindedAt} nowMs={nowMs} />
      {state.status === 'ready' && <RollCallForm model={model} roster={state.roster} rollCall={rollCall} />}
    </>
  );
};

const Answered = ({ roster }: { roster: Roster }) => {
  const words = useWords(rollCallWords);
  const { count, time } = useFormats();
  const { answer, present } = roster;
  if (answer === null) return null;
  return (
    <div className="att-answered">
      <p>
        <b>{words.sent(count(answer.headCount), time(answer.at))}</b>
      </p>
      {answer.enteredBy !== null && <p>{words.enteredBy(answer.enteredBy)}</p>}
      {present !== answer.headCount && <p>{words.since(count(present))}</p>}
      <p className="small muted">{words.howToCorrect}</p>
    </div>
  );
};

/** Where this site stands in the open roll call, with the way to correct it; or that it still has to report. */
export const RollCallPanel = ({ model, rollCall, remindedAt, nowMs, siteName }: RollCallPanelProps) => {
  const words = useWords(rollCallWords);
  const { time } = useFormats();
  const state = useRosterState(model);
  const [isOpen, open] = useState(false);
  if (state.status !== 'ready') return null;
  const { roster } = state;
  const { answer } = roster;
  return (
    <Panel
      title={siteName === undefined ? words.title : words.titleOf(siteName)}
      className="att-roll-call"
      {...(answer === null
        ? {}
        : {
            note: (
              <Tag tone={answer.late ? 'amber' : 'green'} icon={answer.late ? IconClockExclamation : IconCheck}>
                {answer.late ? words.lateTag : words.sentTag(time(answer.at))}
              </Tag>
            ),
          })}
      actions={
        <Button
          size="small"
          icon={answer === null ? IconSend : IconPencil}
          pressed={isOpen}
          onPress={() => open(!isOpen)}
        >
          {isOpen ? words.cancel : answer === null ? words.report : words.correct}
        </Button>
      }
    >
      <div className="col">
        {answer === null ? (
          <>
            <p>{words.notYet(time(rollCall.closesAt))}</p>
            <Notes closesAt={rollCall.closesAt} remindedAt={remindedAt} nowMs={nowMs} />
          </>
        ) : (
          <Answered roster={roster} />
        )}
        {isOpen && <RollCallForm model={model} roster={roster} rollCall={rollCall} onDone={() => open(false)} />}
      </div>
    </Panel>
  );
};
