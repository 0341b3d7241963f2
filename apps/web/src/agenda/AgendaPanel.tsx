import './AgendaPanel.css';
import { IconCheck, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useCallback, useEffect, useRef } from 'react';

import { formatLength, type NowMs, Panel, useFormats, useTicking, useWords } from '../ui/index.ts';
import type { ItemRow } from './items.ts';
import { agendaWords } from './words.ts';

const Used = ({ item, nowMs }: { item: ItemRow; nowMs: NowMs }) => {
  const words = useWords(agendaWords);
  const { time, number } = useFormats();
  const { spentMs, since, plannedMs, state, startsAt } = item;
  const read = useCallback(
    (now: number) => spentMs + (since === null ? 0 : Math.floor(Math.max(0, now - since) / 1000) * 1000),
    [spentMs, since],
  );
  const used = useTicking(nowMs, read);
  if (state === 'waiting') return <span className="ag-used num">{time(startsAt)}</span>;
  const planned = plannedMs === null ? null : words.minutes(number(plannedMs / 60_000));
  const over = plannedMs !== null && used > plannedMs;
  return (
    <span className={`ag-used num ${over ? 'over' : ''}`}>
      {planned === null ? formatLength(used) : words.usedOf(formatLength(used), planned)}
    </span>
  );
};

const Line = ({ item, nowMs }: { item: ItemRow; nowMs: NowMs }) => {
  const words = useWords(agendaWords);
  const place = useRef<HTMLLIElement>(null);
  const isNow = item.state === 'now' && !item.hasParts;
  useEffect(() => {
    if (isNow) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isNow]);
  const mark = { done: IconCheck, now: IconPlayerPlayFilled, waiting: null }[item.state];
  const Mark = mark;
  return (
    <li ref={place} className={item.state} data-depth={item.depth} aria-current={isNow ? 'step' : undefined}>
      <span className="ag-number num">{item.number}</span>
      <span>
        {item.title === '' ? words.untitled : item.title}
        {Mark && (
          <>
            {' '}
            <Mark size={13} stroke={2.5} aria-hidden style={{ display: 'inline', verticalAlign: '-1px' }} />
            <span className="hidden-text">{words.state[item.state]}</span>
          </>
        )}
      </span>
      <Used item={item} nowMs={nowMs} />
    </li>
  );
};

export type AgendaPanelProps = {
  items: readonly ItemRow[];
  nowMs: NowMs;
};

/** The order of the day: where it stands, planned starts, used time against planned. */
export const AgendaPanel = ({ items, nowMs }: AgendaPanelProps) => {
  const words = useWords(agendaWords);
  return (
    <Panel title={words.title} body="flush" scroll className="ag-panel">
      <ol className="ag-list">
        {items.map((item) => (
          <Line key={item.itemId} item={item} nowMs={nowMs} />
        ))}
      </ol>
    </Panel>
  );
};
