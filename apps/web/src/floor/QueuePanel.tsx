import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Button, EmptyState, Kbd, type NowMs, Panel, Tag, useAnnounce, useFormats, useWords } from '../ui/index.ts';
import { whoText } from './labels.ts';
import type { QueueRow } from './queue.ts';
import { QueueGrid } from './QueueGrid.tsx';
import { type QueueModel, useQueueKeys } from './use-queue.ts';
import { floorWords } from './words.ts';

const Hints = () => {
  const words = useWords(floorWords).queue;
  return (
    <p className="fl-queue-hints small muted">
      <Kbd>↑</Kbd> <Kbd>↓</Kbd> {words.hintSelect} <Kbd>Enter</Kbd> {words.hintGrant} {words.hintMove} <Kbd>Alt</Kbd>{' '}
      <Kbd>↑</Kbd> <Kbd>↓</Kbd> {words.hintMoveEnd}
    </p>
  );
};

export type QueuePanelProps = {
  queue: QueueModel;
  nowMs: NowMs;
  /** The menu of a row; `reachable`: by the Tab key, which stops at one row only. */
  menu: (row: QueueRow, reachable: boolean) => ReactNode;
  onGrant: (row: QueueRow) => void;
  onCall: () => void;
  /** Before the button that calls another site: what each turn gets. */
  each: ReactNode;
};

/** Who asks for the floor, in the chair's order: dragged or moved by keys, called by Enter. */
export const QueuePanel = ({ queue, nowMs, menu, onGrant, onCall, each }: QueuePanelProps) => {
  const words = useWords(floorWords);
  const { count } = useFormats();
  const announce = useAnnounce();
  const moved = (row: QueueRow, place: number) =>
    announce(words.queue.moved(whoText(row.person, row.site, words), String(place)));
  useQueueKeys(queue, { grant: onGrant, moved });
  const { rows } = queue;
  return (
    <Panel
      title={words.queue.title}
      body="flush"
      className="fl-queue-panel"
      note={rows.length > 0 && <Tag>{words.queue.waiting(count(rows.length))}</Tag>}
      actions={
        <>
          <div className="fl-each">{each}</div>
          <Button size="small" tone="quiet" icon={IconSearch} onPress={onCall}>
            {words.queue.call}
          </Button>
        </>
      }
      {...(rows.length > 0 ? { foot: <Hints /> } : {})}
    >
      {rows.length === 0 ? (
        <EmptyState title={words.queue.empty}>{words.queue.emptyDetail}</EmptyState>
      ) : (
        <QueueGrid queue={queue} nowMs={nowMs} menu={menu} onMoved={moved} />
      )}
    </Panel>
  );
};
