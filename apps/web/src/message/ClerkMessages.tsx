import './message.css';
import type { SeatId } from '@diemcau/domain/kernel';
import { NO_MESSAGES, readAfterMs, type OwnAnnouncement } from '@diemcau/domain/message';
import type { MessagesFrame, Mine } from '@diemcau/domain/wire';
import { IconCheck, IconMessage, IconPencil, IconSpeakerphone } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';

import { announcementOf, type LiveConnection, messagesOf, useLiveState } from '../live/index.ts';
import { Button, Panel, StatusLine, Tag, useAnnounceChange, useFormats, useWords } from '../ui/index.ts';
import { AnnouncementsModel } from './announcements-model.ts';
import { clerkMessageWords } from './clerk-words.ts';
import { keepOf } from './keep.ts';
import { conversationPort, discussionPort, ownAnnouncementsPort } from './port.ts';
import { Thread } from './Thread.tsx';
import { threadWords } from './thread-words.ts';
import { useMoment } from './use-moment.ts';
import { pause, sitesOf, useThread, useThreadState } from './use-thread.ts';

/** More than so many unconfirmed announcements would push what is to do now off a phone. */
const ASKED_AT_ONCE = 2;

type PartProps = { connection: LiveConnection; seatId: SeatId; mine: Mine };

const useConversation = ({ connection, seatId, mine }: PartProps) => {
  const { siteId } = mine.site;
  const port = useMemo(() => conversationPort(seatId, siteId, 'secretary', () => undefined), [seatId, siteId]);
  const keep = useMemo(() => keepOf(seatId, 'secretary'), [seatId]);
  return useThread({ connection, port, keep, told: mine.messages?.no ?? 0, isShared: false });
};

const useAnnouncements = ({ connection, seatId, mine }: PartProps, count: number): AnnouncementsModel => {
  const latest = useLiveState(connection, announcementOf);
  const confirmed = mine.messages?.confirmed ?? 0;
  const model = useMemo(
    () =>
      new AnnouncementsModel({
        port: ownAnnouncementsPort(seatId),
        pause,
        readAfterMs: () => readAfterMs(sitesOf(connection), Math.random()),
      }),
    [connection, seatId],
  );
  useEffect(() => void model.hear({ count, latest, confirmed }), [model, count, latest, confirmed]);
  return model;
};

const Announced = ({ one, model }: { one: OwnAnnouncement; model: AnnouncementsModel }) => {
  const words = useWords(clerkMessageWords);
  const moment = useMoment();
  return (
    <div className="msg-announced" role="group" aria-label={words.announcement}>
      <IconSpeakerphone size={24} stroke={2} aria-hidden />
      <div className="msg-announced-said">
        <p className="small">
          <b>{words.announcement}</b> <span className="num">{moment(one.at)}</span>
        </p>
        <p className="msg-text" tabIndex={0}>
          {one.text}
        </p>
      </div>
      <Button tone="primary" icon={IconCheck} onPress={() => model.confirm(one.messageId)}>
        {words.confirm}
      </Button>
    </div>
  );
};

const AnnouncementList = ({ model }: { model: AnnouncementsModel }) => {
  const words = useWords(clerkMessageWords);
  const thread = useWords(threadWords);
  const moment = useMoment();
  const { announcements, hasOlder } = useSyncExternalStore(model.subscribe, model.state);
  return (
    <div className="msg-list" tabIndex={0} role="group" aria-label={words.tabs.announcements}>
      {announcements.length === 0 && <p className="msg-empty muted">{words.noAnnouncements}</p>}
      <ul>
        {announcements.map((one) => (
          <li key={one.messageId} className="msg">
            <p className="msg-head small">
              <b>{words.announcement}</b> <span className="num">{moment(one.at)}</span>
            </p>
            <p className="msg-text">{one.text}</p>
            {one.seenAt === null ? (
              <Button size="small" icon={IconCheck} onPress={() => model.confirm(one.messageId)}>
                {words.confirm}
              </Button>
            ) : (
              <p className="small muted num">{words.seen(moment(one.seenAt))}</p>
            )}
          </li>
        ))}
      </ul>
      {hasOlder && (
        <Button size="small" tone="quiet" className="msg-older" onPress={model.loadOlder}>
          {thread.older}
        </Button>
      )}
    </div>
  );
};

const Discussion = ({ connection, seatId, mine, told }: PartProps & { told: number }) => {
  const words = useWords(clerkMessageWords);
  const thread = useWords(threadWords);
  const port = useMemo(() => discussionPort(seatId, true), [seatId]);
  const keep = useMemo(() => keepOf(seatId, 'discussion'), [seatId]);
  const model = useThread({ connection, port, keep, told, isShared: true });
  return (
    <Thread
      model={model}
      isThere={told > 0}
      who={({ byDesk, siteId, siteName }) => ({
        name: byDesk ? thread.desks.secretary : (siteName ?? thread.own),
        isOwn: siteId === mine.site.siteId,
      })}
      label={words.discussionThread}
      field={words.discussionField}
      empty={words.discussionEmpty}
    />
  );
};

type Tab = 'secretary' | 'announcements' | 'discussion';
type Counts = Readonly<Record<Tab, number>>;

const Tabs = ({
  tabs,
  tab,
  counts,
  onTab,
}: {
  tabs: readonly Tab[];
  tab: Tab;
  counts: Counts;
  onTab: (tab: Tab) => void;
}) => {
  const words = useWords(clerkMessageWords).tabs;
  const { count } = useFormats();
  return (
    <div className="msg-tabs" role="group" aria-label={words.label}>
      {tabs.map((one) => (
        <Button key={one} size="small" pressed={one === tab} onPress={() => onTab(one)}>
          {words[one]}
          {counts[one] > 0 && <span className="msg-count num"> {count(counts[one])}</span>}
        </Button>
      ))}
    </div>
  );
};

const Conversation = (props: PartProps & { model: ReturnType<typeof useConversation> }) => {
  const { mine, model } = props;
  const words = useWords(clerkMessageWords);
  const thread = useWords(threadWords);
  const moment = useMoment();
  const { draft, outgoing } = useThreadState(model);
  const [isOpen, open] = useState(false);
  const { no, readByDesk } = mine.messages ?? NO_MESSAGES;
  if (no === 0 && outgoing.length === 0 && draft === '' && !isOpen)
    return (
      <div className="msg-quiet">
        <p className="muted">{words.quiet}</p>
        <Button icon={IconPencil} onPress={() => open(true)}>
          {words.begin}
        </Button>
      </div>
    );
  return (
    <Thread
      model={model}
      isThere={no > 0}
      who={({ byDesk }) => ({ name: byDesk ? thread.desks.secretary : thread.own, isOwn: !byDesk })}
      label={words.thread}
      field={words.field}
      empty={words.quiet}
      read={readByDesk && { no: readByDesk.no, words: words.read(moment(readByDesk.at)) }}
    />
  );
};

type WantingProps = { model: AnnouncementsModel; unread: number; onShow: () => void };

/** Announcements that this site has not confirmed, and what is unread: what stands out before the rest. */
const Wanting = ({ model, unread, onShow }: WantingProps) => {
  const words = useWords(clerkMessageWords);
  const { count } = useFormats();
  const { announcements, problem } = useSyncExternalStore(model.subscribe, model.state);
  const unconfirmed = announcements.filter(({ seenAt }) => seenAt === null);
  const rest = unconfirmed.length - ASKED_AT_ONCE;
  useAnnounceChange(unconfirmed[0] ? words.announced(unconfirmed[0].text) : null, 'polite');
  if (unconfirmed.length === 0 && problem === null && unread === 0) return null;
  return (
    <div className="msg-wanting">
      {unconfirmed.slice(0, ASKED_AT_ONCE).map((one) => (
        <Announced key={one.messageId} one={one} model={model} />
      ))}
      {rest > 0 && <p className="small muted num">{words.more(count(rest))}</p>}
      <StatusLine problem={problem} onDismiss={model.dismiss} />
      {unread > 0 && (
        <p role="status">
          <button type="button" className="msg-waiting" onClick={onShow}>
            <IconMessage size={20} stroke={2} aria-hidden />
            <span className="num">{words.waiting(count(unread))}</span>
          </button>
        </p>
      )}
    </div>
  );
};

const Parts = (props: PartProps & { state: MessagesFrame }) => {
  const { connection, seatId, mine, state } = props;
  const words = useWords(clerkMessageWords);
  const { count } = useFormats();
  const [chosen, choose] = useState<Tab>('secretary');
  const place = useRef<HTMLDivElement>(null);
  const show = () => {
    choose('secretary');
    place.current?.scrollIntoView({ block: 'start' });
  };
  const conversation = useConversation(props);
  const announcements = useAnnouncements(props, state.announcements);
  const { unread, confirmed, discussionReadNo } = mine.messages ?? NO_MESSAGES;
  const counts: Counts = {
    secretary: unread,
    announcements: Math.max(0, state.announcements - confirmed),
    discussion: Math.max(0, state.discussionNo - discussionReadNo),
  };
  const tabs: readonly Tab[] = [
    'secretary',
    ...(state.announcements > 0 ? (['announcements'] as const) : []),
    ...(state.discussion ? (['discussion'] as const) : []),
  ];
  const tab = tabs.includes(chosen) ? chosen : 'secretary';
  const total = unread + (state.discussion ? counts.discussion : 0);
  return (
    <>
      <Wanting model={announcements} unread={unread} onShow={show} />
      <div ref={place} className="msg-panel">
        <Panel title={words.title} note={total > 0 && <Tag tone="blue">{words.unread(count(total))}</Tag>}>
          <div className="col">
            {tabs.length > 1 && <Tabs tabs={tabs} tab={tab} counts={counts} onTab={choose} />}
            {tab === 'secretary' && <Conversation {...props} model={conversation} />}
            {tab === 'announcements' && <AnnouncementList model={announcements} />}
            {tab === 'discussion' && (
              <Discussion connection={connection} seatId={seatId} mine={mine} told={state.discussionNo} />
            )}
          </div>
        </Panel>
      </div>
    </>
  );
};

/** What a clerk's page has of messages; nothing at all while they are off. */
export const ClerkMessages = (props: PartProps) => {
  const state = useLiveState(props.connection, messagesOf);
  return state?.isOn && props.mine.messages ? <Parts {...props} state={state} /> : null;
};
