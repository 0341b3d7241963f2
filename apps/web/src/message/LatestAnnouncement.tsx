import './message.css';
import { useState } from 'react';

import { announcementOf, type LiveConnection, useLiveState } from '../live/index.ts';
import { Button, Dialog, Notice, useWords } from '../ui/index.ts';
import { deskMessageWords } from './desk-words.ts';
import { useMoment } from './use-moment.ts';

/** The moderator is told of an announcement in one line, until it is put away. */
export const LatestAnnouncement = ({ connection }: { connection: LiveConnection }) => {
  const words = useWords(deskMessageWords).latest;
  const moment = useMoment();
  const latest = useLiveState(connection, announcementOf);
  const [putAway, put] = useState<string | null>(null);
  const [isOpen, open] = useState(false);
  if (latest === null || latest.messageId === putAway) return null;
  const said = words.said(moment(latest.at));
  return (
    <>
      <Notice
        tone="calm"
        action={
          <Button size="small" onPress={() => open(true)}>
            {words.read}
          </Button>
        }
        onDismiss={() => put(latest.messageId)}
      >
        <p className="ell" title={latest.text}>
          <b>{said}</b> {latest.text}
        </p>
      </Notice>
      <Dialog
        open={isOpen}
        title={said}
        onClose={() => open(false)}
        actions={<Button onPress={() => open(false)}>{words.close}</Button>}
      >
        <p className="msg-text">{latest.text}</p>
      </Dialog>
    </>
  );
};
