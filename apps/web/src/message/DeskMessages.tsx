import './message.css';
import './Desk.css';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import type { MessagesFrame } from '@diemcau/domain/wire';
import { IconSettings } from '@tabler/icons-react';
import { useMemo, useState } from 'react';

import { inboxOf, type LiveConnection, messagesOf, useLiveState } from '../live/index.ts';
import { Button, Loading, Notice, Panel, StatusLine, Tag, useFormats, useWords } from '../ui/index.ts';
import { DeskAnnouncements } from './DeskAnnouncements.tsx';
import { DeskConversation } from './DeskConversation.tsx';
import { DeskConversations } from './DeskConversations.tsx';
import { DeskSettings, useSwitches } from './DeskSettings.tsx';
import { deskMessageWords } from './desk-words.ts';
import { keepOf } from './keep.ts';
import { discussionPort } from './port.ts';
import { Thread } from './Thread.tsx';
import { threadWords } from './thread-words.ts';
import { useThread } from './use-thread.ts';

type View = 'sites' | 'announcements' | 'discussion';

type DiscussionProps = { connection: LiveConnection; seatId: SeatId; state: MessagesFrame; isClosed: boolean };

const Discussion = ({ connection, seatId, state, isClosed }: DiscussionProps) => {
  const words = useWords(deskMessageWords).discussion;
  const thread = useWords(threadWords);
  const port = useMemo(() => discussionPort(seatId, false), [seatId]);
  const keep = useMemo(() => keepOf(seatId, 'discussion'), [seatId]);
  const model = useThread({ connection, port, keep, told: state.discussionNo, isShared: false });
  return (
    <div className="msg-open">
      {!state.discussion && <p className="small muted">{words.closed}</p>}
      <Thread
        model={model}
        isThere={state.discussionNo > 0}
        who={({ byDesk, siteName }) => ({
          name: byDesk ? thread.desks.secretary : (siteName ?? thread.own),
          isOwn: byDesk,
        })}
        label={words.thread}
        field={words.field}
        empty={words.empty}
        isClosed={isClosed || !state.discussion}
        byKey
      />
    </div>
  );
};

type ViewsProps = { view: View; state: MessagesFrame; unreadSites: number; onShow: (view: View) => void };

const Views = ({ view, state, unreadSites, onShow }: ViewsProps) => {
  const words = useWords(deskMessageWords).views;
  const { count } = useFormats();
  const views: readonly View[] = [
    'sites',
    'announcements',
    ...(state.discussion || state.discussionNo > 0 ? (['discussion'] as const) : []),
  ];
  const counts = { sites: unreadSites, announcements: state.announcements, discussion: state.discussionNo };
  return (
    <div className="msg-tabs" role="group" aria-label={words.label}>
      {views.map((one) => (
        <Button key={one} size="small" pressed={one === view} onPress={() => onShow(one)}>
          {words[one]}
          {counts[one] > 0 && (
            <span className={`num ${one === 'sites' ? 'msg-count' : 'msg-total'}`}> {count(counts[one])}</span>
          )}
        </Button>
      ))}
    </div>
  );
};

export type DeskMessagesProps = { connection: LiveConnection; seatId: SeatId; isOver: boolean };

/** The secretary's messages: conversations by site, announcements to all, the discussion, and what is allowed. */
export const DeskMessages = ({ connection, seatId, isOver }: DeskMessagesProps) => {
  const words = useWords(deskMessageWords);
  const { count } = useFormats();
  const state = useLiveState(connection, messagesOf);
  const inbox = useLiveState(connection, inboxOf);
  const [view, setView] = useState<View>('sites');
  const [siteId, openSite] = useState<SiteId | null>(null);
  const [q, search] = useState('');
  const [isSetting, set] = useState(false);
  const switches = useSwitches(seatId, state);
  const { unread = 0, unreadSites = 0, version = 0 } = inbox ?? {};
  const isClosed = isOver || state?.isOn === false;
  return (
    <Panel
      title={words.title}
      className="msg-desk"
      body="flush"
      note={unread > 0 && <Tag tone="blue">{words.unread(count(unread))}</Tag>}
      actions={
        !isOver && (
          <Button size="small" icon={IconSettings} disabled={state === null} onPress={() => set(true)}>
            {words.settings.open}
          </Button>
        )
      }
    >
      {state === null ? (
        <Loading />
      ) : (
        <div className="msg-desk-body">
          {isOver && <Notice tone="calm">{words.over}</Notice>}
          {!isOver && !state.isOn && (
            <Notice
              tone="calm"
              action={
                <Button size="small" onPress={() => switches.change({ isOn: true, discussion: state.discussion })}>
                  {words.turnOn}
                </Button>
              }
            >
              {words.off}
            </Notice>
          )}
          {!isSetting && <StatusLine problem={switches.problem} onDismiss={switches.dismiss} />}
          <Views view={view} state={state} unreadSites={unreadSites} onShow={setView} />
          {view === 'sites' && siteId === null && (
            <DeskConversations
              seatId={seatId}
              desk="secretary"
              version={version}
              q={q}
              onSearch={search}
              onOpen={openSite}
            />
          )}
          {view === 'sites' && siteId !== null && (
            <DeskConversation
              key={siteId}
              connection={connection}
              seatId={seatId}
              siteId={siteId}
              desk="secretary"
              version={version}
              isClosed={isClosed}
              onBack={() => openSite(null)}
            />
          )}
          {view === 'announcements' && (
            <DeskAnnouncements connection={connection} seatId={seatId} version={version} isClosed={isClosed} />
          )}
          {view === 'discussion' && (
            <Discussion connection={connection} seatId={seatId} state={state} isClosed={isClosed} />
          )}
          {isSetting && <DeskSettings switches={switches} onClose={() => set(false)} />}
        </div>
      )}
    </Panel>
  );
};
