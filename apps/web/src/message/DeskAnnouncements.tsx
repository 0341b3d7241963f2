import type { SeatId } from '@diemcau/domain/kernel';
import type { DeskAnnouncement } from '@diemcau/domain/message';
import { useThrottledValue } from '@mantine/hooks';
import { IconClock, IconRefresh, IconSpeakerphone, IconUsers } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';

import type { LiveConnection } from '../live/index.ts';
import {
  Button,
  ConfirmDialog,
  EmptyState,
  ErrorState,
  Loading,
  StatusLine,
  useFormats,
  useWords,
} from '../ui/index.ts';
import { DeskInformed } from './DeskInformed.tsx';
import { deskMessageWords } from './desk-words.ts';
import { keepOf } from './keep.ts';
import { announcementsPort } from './port.ts';
import { Composer } from './Thread.tsx';
import { threadWords } from './thread-words.ts';
import { useMoment } from './use-moment.ts';
import { useThread, useThreadState } from './use-thread.ts';

/** While sites confirm every second, how many have seen what is read anew at most this often. */
const READ_EVERY_MS = 3000;

type OneProps = { one: DeskAnnouncement; sites: number | null; onShow: () => void };

const One = ({ one, sites, onShow }: OneProps) => {
  const words = useWords(deskMessageWords).announcements;
  const { count } = useFormats();
  const moment = useMoment();
  return (
    <li className="msg-sent">
      <p className="msg-head small num">{moment(one.at)}</p>
      <p className="msg-text">{one.text}</p>
      <div className="msg-sent-foot">
        {sites !== null && <span className="num">{words.seen(count(one.seen), count(sites))}</span>}
        <Button size="small" icon={IconUsers} onPress={onShow}>
          {words.who}
        </Button>
      </div>
    </li>
  );
};

type Props = { connection: LiveConnection; seatId: SeatId; version: number; isClosed: boolean };

/** "Thông báo tới tất cả": the field, what was sent, and how many sites have seen it. */
export const DeskAnnouncements = ({ connection, seatId, version, isClosed }: Props) => {
  const words = useWords(deskMessageWords).announcements;
  const thread = useWords(threadWords);
  const { count } = useFormats();
  const [sites, setSites] = useState<number | null>(null);
  const [shown, show] = useState<DeskAnnouncement['messageId'] | null>(null);
  const [isAsking, ask] = useState(false);
  const port = useMemo(() => announcementsPort(seatId, setSites), [seatId]);
  const keep = useMemo(() => keepOf(seatId, 'announcement'), [seatId]);
  const model = useThread<DeskAnnouncement>({ connection, port, keep, told: 0, isShared: false });
  const told = useThrottledValue(version, READ_EVERY_MS);
  useEffect(() => void model.load(), [model, told]);
  const { messages, outgoing, isStuck, isRead, problem, draft, hasOlder } = useThreadState(model);
  const inside = messages.find(({ messageId }) => messageId === shown);
  if (inside)
    return <DeskInformed seatId={seatId} announcement={inside} told={String(inside.seen)} onBack={() => show(null)} />;
  return (
    <div className="msg-announce">
      {!isClosed && (
        <Composer
          value={draft}
          onType={model.type}
          onSend={() => ask(true)}
          label={words.field}
          send={words.send}
          byKey
        />
      )}
      <ConfirmDialog
        open={isAsking}
        title={sites === null ? words.askAll : words.ask(count(sites))}
        effect={
          <>
            <p className="msg-asked msg-text">{draft.trim()}</p>
            <p>{words.effect}</p>
          </>
        }
        confirm={words.send}
        tone="primary"
        onConfirm={() => {
          ask(false);
          void model.send();
        }}
        onCancel={() => ask(false)}
      />
      {isRead && <StatusLine problem={problem} onDismiss={model.dismiss} />}
      {!isRead && problem === null && <Loading />}
      {!isRead && problem !== null && <ErrorState problem={problem} onRetry={model.load} />}
      {isRead && messages.length === 0 && outgoing.length === 0 && (
        <EmptyState icon={IconSpeakerphone} title={words.empty}>
          {words.emptyHint}
        </EmptyState>
      )}
      <ul className="msg-sents" tabIndex={messages.length > 0 ? 0 : undefined} aria-label={words.list}>
        {outgoing.map(({ id, text }) => (
          <li key={id} className={`msg-sent waiting ${isStuck ? 'stuck' : ''}`}>
            <p className="msg-head waiting small">
              <IconClock size={14} stroke={2} aria-hidden />
              <span>{isStuck ? thread.stuck : thread.sending}</span>
            </p>
            <p className="msg-text">{text}</p>
            {isStuck && (
              <Button size="small" icon={IconRefresh} onPress={model.resend}>
                {thread.again}
              </Button>
            )}
          </li>
        ))}
        {messages.toReversed().map((one) => (
          <One key={one.messageId} one={one} sites={sites} onShow={() => show(one.messageId)} />
        ))}
        {hasOlder && (
          <li className="msg-sents-older">
            <Button size="small" tone="quiet" onPress={model.loadOlder}>
              {words.older}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
};
