import './message.css';
import { MAX_MESSAGE, type Message } from '@diemcau/domain/message';
import { IconClock, IconRefresh, IconSend } from '@tabler/icons-react';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';

import { Button, ErrorState, Loading, StatusLine, TextField, useFormats, useWords } from '../ui/index.ts';
import type { Outgoing, ThreadModel, ThreadState } from './thread-model.ts';
import { threadWords } from './thread-words.ts';
import { useMoment } from './use-moment.ts';
import { useSeen, useThreadState } from './use-thread.ts';

/** So many characters before the end the page says how many are left. */
const NEARLY_FULL = 200;

type Who = (message: Message) => { readonly name: string; readonly isOwn: boolean };
/** Up to which own message the other side has read. */
export type ReadMark = { readonly no: number; readonly words: string } | null;

const Said = ({ message, who }: { message: Message; who: Who }) => {
  const moment = useMoment();
  const { name, isOwn } = who(message);
  return (
    <li className={`msg ${isOwn ? 'own' : ''}`}>
      <p className="msg-head small">
        <b>{name}</b> <span className="num">{moment(message.at)}</span>
      </p>
      <p className="msg-text">{message.text}</p>
    </li>
  );
};

const Waiting = ({ outgoing: { text }, isStuck }: { outgoing: Outgoing; isStuck: boolean }) => {
  const words = useWords(threadWords);
  return (
    <li className={`msg own waiting ${isStuck ? 'stuck' : ''}`}>
      <p className="msg-head waiting small">
        <IconClock size={14} stroke={2} aria-hidden />
        <span>{isStuck ? words.stuck : words.sending}</span>
      </p>
      <p className="msg-text">{text}</p>
    </li>
  );
};

type ListProps = { model: ThreadModel<Message>; state: ThreadState<Message>; who: Who; label: string; read: ReadMark };

const List = ({ model, state, who, label, read }: ListProps) => {
  const words = useWords(threadWords);
  const place = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { messages, outgoing, isStuck } = state;
  const lastNo = messages.at(-1)?.no ?? 0;
  const foreign = messages.findLast((message) => !who(message).isOwn)?.no ?? 0;
  useSeen(end, foreign, () => void model.markRead(foreign));
  useLayoutEffect(() => {
    // Its rows begin at the end (see the style): 0 is the newest.
    if (place.current) place.current.scrollTop = 0;
  }, [lastNo, outgoing.length]);
  const readAt = messages.findLast((message) => who(message).isOwn && message.no <= (read?.no ?? 0))?.no;
  return (
    <div ref={place} className="msg-list from-end" tabIndex={0} role="log" aria-label={label}>
      <div className="msg-rows">
        {state.hasOlder && (
          <Button size="small" tone="quiet" className="msg-older" onPress={model.loadOlder}>
            {words.older}
          </Button>
        )}
        <ul>
          {messages.map((message) => [
            <Said key={message.messageId} message={message} who={who} />,
            message.no === readAt && read && (
              <li key="read" className="msg-read small muted num">
                {read.words}
              </li>
            ),
          ])}
          {outgoing.map((one) => (
            <Waiting key={one.id} outgoing={one} isStuck={isStuck} />
          ))}
        </ul>
        <div ref={end} className="msg-end" />
      </div>
    </div>
  );
};

export type ComposerProps = {
  value: string;
  onType: (text: string) => void;
  onSend: () => unknown;
  label: string;
  send: string;
  /** For those at a keyboard: which keys send. */
  byKey?: boolean;
};

/** Several lines and the button that sends them; Enter is a new line, with Ctrl it sends. */
export const Composer = ({ value, onType, onSend, label, send, byKey = false }: ComposerProps) => {
  const words = useWords(threadWords);
  const { count } = useFormats();
  const isEmpty = value.trim() === '';
  const left = MAX_MESSAGE - value.length;
  const hint = left <= NEARLY_FULL ? words.left(count(left)) : undefined;
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isEmpty) return;
    event.preventDefault();
    void onSend();
  };
  return (
    <form className="msg-write" noValidate onSubmit={(event) => event.preventDefault()} onKeyDown={pressed}>
      <TextField
        label={label}
        value={value}
        onChange={onType}
        lines={2}
        maxLength={MAX_MESSAGE}
        autoComplete="off"
        {...(hint === undefined ? {} : { hint })}
        {...(byKey ? { placeholder: words.byKey } : {})}
      />
      <Button tone="primary" icon={IconSend} disabled={isEmpty} onPress={() => void onSend()}>
        {send}
      </Button>
    </form>
  );
};

export type ThreadProps = {
  model: ThreadModel<Message>;
  /** Whether there is anything to read, as the page was told. */
  isThere: boolean;
  who: Who;
  label: string;
  field: string;
  /** Said while nothing was written. */
  empty: string;
  read?: ReadMark;
  /** Nothing can be written now. */
  isClosed?: boolean;
  byKey?: boolean;
};

/** A thread: what was written, what is on its way, and the field. */
export const Thread = (props: ThreadProps) => {
  const { model, isThere, who, label, field, empty, read = null, isClosed = false, byKey = false } = props;
  const words = useWords(threadWords);
  const state = useThreadState(model);
  const { messages, outgoing, isStuck, problem, isRead } = state;
  const isEmpty = messages.length === 0 && outgoing.length === 0;
  return (
    <div className="msg-thread">
      {isEmpty && isThere && !isRead && problem === null && <Loading />}
      {isEmpty && isThere && !isRead && problem !== null && <ErrorState problem={problem} onRetry={model.load} />}
      {isEmpty && (isRead || !isThere) && <p className="msg-empty muted">{empty}</p>}
      {!isEmpty && <List model={model} state={state} who={who} label={label} read={read} />}
      {isStuck && (
        <Button size="small" icon={IconRefresh} className="msg-again" onPress={model.resend}>
          {words.again}
        </Button>
      )}
      {(isRead || !isThere) && <StatusLine problem={problem} onDismiss={model.dismiss} />}
      {!isClosed && (
        <Composer
          value={state.draft}
          onType={model.type}
          onSend={model.send}
          label={field}
          send={words.send}
          byKey={byKey}
        />
      )}
    </div>
  );
};
