import type { Desk } from '@diemcau/domain/message';
import type { SeatId, SiteId } from '@diemcau/domain/kernel';
import { useThrottledValue } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';

import { inSentence, type LiveConnection, placeOf } from '../live/index.ts';
import { Button, useWords, PhoneLink } from '../ui/index.ts';
import { deskMessageWords } from './desk-words.ts';
import { keepOf } from './keep.ts';
import { type ConversationAbout, conversationPort } from './port.ts';
import { Thread } from './Thread.tsx';
import { threadWords } from './thread-words.ts';
import { useMoment } from './use-moment.ts';
import { useThread } from './use-thread.ts';

/** While sites write every second, what is open is read anew at most this often. */
const READ_EVERY_MS = 1000;

const Contact = ({ contact, site }: { contact: ConversationAbout['contact']; site: string }) => {
  const words = useWords(deskMessageWords).conversation;
  if (contact === null) return <span className="small muted">{words.noPhone}</span>;
  const { name, phone } = contact;
  return (
    <p className="msg-contact">
      <PhoneLink phone={phone} label={words.call(name ?? site, phone)} />
      {name !== null && (
        <span className="small muted ell" title={name}>
          {name}
        </span>
      )}
    </p>
  );
};

type Props = {
  connection: LiveConnection;
  seatId: SeatId;
  siteId: SiteId;
  desk: Desk;
  version: number;
  isClosed: boolean;
  onBack: () => void;
};

/** The conversation with one site. */
export const DeskConversation = ({ connection, seatId, siteId, desk, version, isClosed, onBack }: Props) => {
  const words = useWords(deskMessageWords).conversation;
  const thread = useWords(threadWords);
  const moment = useMoment();
  const [about, setAbout] = useState<ConversationAbout | null>(null);
  const port = useMemo(() => conversationPort(seatId, siteId, desk, setAbout), [seatId, siteId, desk]);
  const keep = useMemo(() => keepOf(seatId, siteId), [seatId, siteId]);
  const model = useThread({ connection, port, keep, told: 0, isShared: false });
  const told = useThrottledValue(version, READ_EVERY_MS);
  useEffect(() => void model.load(), [model, told]);
  const site = about?.site.name ?? '';
  const { readBySite } = about ?? {};
  return (
    <div className="msg-open">
      <div className="msg-open-head">
        <Button size="small" icon={IconArrowLeft} onPress={onBack}>
          {words.back}
        </Button>
        {about && (
          <div className="msg-open-site">
            <p className="ell" title={placeOf(about.site)}>
              <b>{placeOf(about.site)}</b>
            </p>
            <Contact contact={about.contact} site={site} />
          </div>
        )}
      </div>
      <Thread
        model={model}
        isThere
        who={({ byDesk }) => ({ name: byDesk ? thread.desks[desk] : site, isOwn: byDesk })}
        label={words.thread(inSentence(site))}
        field={words.field(inSentence(site))}
        empty={words.empty}
        read={readBySite ? { no: readBySite.no, words: words.read(moment(readBySite.at)) } : null}
        isClosed={isClosed}
        byKey
      />
    </div>
  );
};
