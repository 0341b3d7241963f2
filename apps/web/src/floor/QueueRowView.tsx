import { useSortable } from '@dnd-kit/sortable';
import { IconGripVertical } from '@tabler/icons-react';
import { useCallback } from 'react';
import type { CSSProperties, ReactNode } from 'react';

import { formatLength, type NowMs, Tag, useTicking, useWords } from '../ui/index.ts';
import { speechKindWords } from '../live/speech-kinds.ts';
import { placeText } from './labels.ts';
import type { QueueRow } from './queue.ts';
import { waited } from './waiting.ts';
import { floorWords } from './words.ts';

const Waiting = ({ askedAt, nowMs }: { askedAt: number; nowMs: NowMs }) => {
  const words = useWords(floorWords).queue;
  const read = useCallback(
    (now: number) => {
      const { hours, minutes } = waited(askedAt, now);
      if (hours > 0) return words.waitHours(String(hours));
      return minutes === 0 ? words.justNow : words.wait(String(minutes));
    },
    [askedAt, words],
  );
  return <span className="num">{useTicking(nowMs, read)}</span>;
};

/** What keeps a request from being like the others: stands by, or its site is missing. */
const StateTag = ({ row }: { row: QueueRow }) => {
  const words = useWords(floorWords).queue;
  if (row.lost) return <Tag tone="amber">{words.lost}</Tag>;
  if (row.standbyPlace === null) return null;
  return <Tag tone="amber">{row.standbyPlace === 1 ? words.standby : words.standbySecond}</Tag>;
};

/** What a row says of a request: who, from where, about what; how it will be spoken; how long it waits. */
export const QueueCells = ({ row, nowMs, menu }: { row: QueueRow; nowMs: NowMs; menu: ReactNode }) => {
  const words = useWords(floorWords);
  const kinds = useWords(speechKindWords).label;
  const { person, site, subject, kind, spokenTimes, spokenMs } = row;
  return (
    <>
      <div role="gridcell" className="fl-row-person">
        <p className="fl-row-name">
          <span>
            {person && <span className="muted">{person.honorific} </span>}
            <b>{person?.name ?? words.unnamedPerson}</b>
          </span>
          {kind === 'pointOfOrder' && <Tag tone="blue">{words.queue.pointOfOrder}</Tag>}
        </p>
        <p className="small muted">
          {[person?.position, placeText(site, words)].filter((part) => part !== undefined).join(' · ')}
        </p>
        {subject !== null && <p className="small">{subject}</p>}
      </div>
      <div role="gridcell" className="fl-row-kind small">
        <p>{kinds[kind]}</p>
        <p className="muted num">
          {spokenTimes === 0 ? words.queue.first : words.queue.times(String(spokenTimes), formatLength(spokenMs))}
        </p>
      </div>
      <div role="gridcell" className="fl-row-wait small muted">
        <Waiting askedAt={row.askedAt} nowMs={nowMs} />
        <StateTag row={row} />
      </div>
      <div role="gridcell" className="fl-row-menu">
        {menu}
      </div>
    </>
  );
};

export type QueueRowViewProps = {
  row: QueueRow;
  index: number;
  top: number;
  measure: (row: HTMLElement | null) => void;
  id: string;
  selected: boolean;
  nowMs: NowMs;
  menu: ReactNode;
  onSelect: () => void;
};

/** One row of the queue: selected by a press, carried by its handle. */
export const QueueRowView = (props: QueueRowViewProps) => {
  const { row, index, top, measure, id, selected, nowMs, menu, onSelect } = props;
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: row.requestId });
  const at: CSSProperties = {
    top,
    transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined,
    transition,
  };
  const place = useCallback(
    (element: HTMLElement | null) => {
      setNodeRef(element);
      measure(element);
    },
    [setNodeRef, measure],
  );
  const look = [row.standbyPlace === 1 ? 'first' : '', selected ? 'selected' : '', isDragging ? 'gone' : ''];
  return (
    <div
      ref={place}
      data-index={index}
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      className={`fl-row ${look.join(' ')}`}
      style={at}
      onClick={onSelect}
    >
      <div role="gridcell" className="fl-row-grip" {...listeners}>
        <IconGripVertical size={18} stroke={2} aria-hidden />
        <span className="num">{row.place}</span>
      </div>
      <QueueCells row={row} nowMs={nowMs} menu={menu} />
    </div>
  );
};
