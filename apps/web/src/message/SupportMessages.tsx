import './message.css';
import type { SeatId } from '@diemcau/domain/kernel';
import { NO_CONVERSATION } from '@diemcau/domain/message';
import type { Mine } from '@diemcau/domain/wire';
import { IconPencil } from '@tabler/icons-react';
import { useMemo, useState } from 'react';

import type { LiveConnection } from '../live/index.ts';
import { Button, Panel, Tag, useFormats, useWords } from '../ui/index.ts';
import { keepOf } from './keep.ts';
import { conversationPort } from './port.ts';
import { supportMessageWords } from './support-words.ts';
import { Thread } from './Thread.tsx';
import { threadWords } from './thread-words.ts';
import { useMoment } from './use-moment.ts';
import { useThread, useThreadState } from './use-thread.ts';

type Props = { connection: LiveConnection; seatId: SeatId; mine: Mine };

/** What a site and the technical desk write to one another: a button until there is something. */
export const SupportMessages = ({ connection, seatId, mine }: Props) => {
  const words = useWords(supportMessageWords);
  const thread = useWords(threadWords);
  const moment = useMoment();
  const { count } = useFormats();
  const { siteId } = mine.site;
  const { no, unread, readByDesk } = mine.messages?.technician ?? NO_CONVERSATION;
  const port = useMemo(() => conversationPort(seatId, siteId, 'technician', () => undefined), [seatId, siteId]);
  const keep = useMemo(() => keepOf(seatId, 'technician'), [seatId]);
  const model = useThread({ connection, port, keep, told: no, isShared: false });
  const { draft, outgoing } = useThreadState(model);
  const [isOpen, open] = useState(false);
  if (mine.messages === null) return null;
  if (no === 0 && outgoing.length === 0 && draft === '' && !isOpen)
    return (
      <Button wide tone="quiet" icon={IconPencil} onPress={() => open(true)}>
        {words.begin}
      </Button>
    );
  return (
    <Panel title={words.title} note={unread > 0 && <Tag tone="blue">{words.unread(count(unread))}</Tag>}>
      <Thread
        model={model}
        isThere={no > 0}
        who={({ byDesk }) => ({ name: byDesk ? thread.desks.technician : thread.own, isOwn: !byDesk })}
        label={words.thread}
        field={words.field}
        empty={words.quiet}
        read={readByDesk && { no: readByDesk.no, words: words.read(moment(readByDesk.at)) }}
      />
    </Panel>
  );
};
