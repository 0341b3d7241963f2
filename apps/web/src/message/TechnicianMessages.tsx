import './message.css';
import './Desk.css';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { IconLifebuoy } from '@tabler/icons-react';
import { useState } from 'react';

import { inboxOf, type LiveConnection, useLiveState } from '../live/index.ts';
import { Button, Notice, Panel, Tag, useFormats, useWords } from '../ui/index.ts';
import { DeskConversation } from './DeskConversation.tsx';
import { DeskConversations } from './DeskConversations.tsx';
import { deskMessageWords } from './desk-words.ts';

export type TechnicianMessagesProps = {
  connection: LiveConnection;
  seatId: SeatId;
  isOver: boolean;
  /** Whose conversation is opened first; null: the list. */
  opened: SiteId | null;
  /** Back to what stands in the same place. */
  onBack: () => void;
};

/** What sites and the technical desk write to one another. */
export const TechnicianMessages = ({ connection, seatId, isOver, opened, onBack }: TechnicianMessagesProps) => {
  const words = useWords(deskMessageWords);
  const { count } = useFormats();
  const { unread = 0, version = 0 } = useLiveState(connection, inboxOf) ?? {};
  const [siteId, openSite] = useState(opened);
  const [q, search] = useState('');
  return (
    <Panel
      title={words.technician.title}
      className="msg-desk"
      body="flush"
      note={unread > 0 && <Tag tone="blue">{words.unread(count(unread))}</Tag>}
      actions={
        <Button size="small" icon={IconLifebuoy} onPress={onBack}>
          {words.technician.back}
        </Button>
      }
    >
      <div className="msg-desk-body">
        {isOver && <Notice tone="calm">{words.over}</Notice>}
        {siteId === null ? (
          <DeskConversations
            seatId={seatId}
            desk="technician"
            version={version}
            q={q}
            onSearch={search}
            onOpen={openSite}
          />
        ) : (
          <DeskConversation
            key={siteId}
            connection={connection}
            seatId={seatId}
            siteId={siteId}
            desk="technician"
            version={version}
            isClosed={isOver}
            onBack={() => openSite(null)}
          />
        )}
      </div>
    </Panel>
  );
};

/** Opens them, with how many are unread. */
export const TechnicianInbox = ({ connection, onOpen }: { connection: LiveConnection; onOpen: () => void }) => {
  const words = useWords(deskMessageWords);
  const { count } = useFormats();
  const { unread = 0 } = useLiveState(connection, inboxOf) ?? {};
  return (
    <Button size="small" onPress={onOpen}>
      {words.technician.open}
      {unread > 0 && <span className="msg-count num"> {count(unread)}</span>}
    </Button>
  );
};
