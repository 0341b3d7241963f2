import { useSortable } from '@dnd-kit/sortable';
import {
  IconCheck,
  IconCircle,
  IconGripVertical,
  IconHandStop,
  IconPlayerPlayFilled,
  IconPlayerSkipForward,
  IconPlayerTrackNextFilled,
} from '@tabler/icons-react';
import { memo, useCallback } from 'react';
import type { CSSProperties, ReactNode } from 'react';

import {
  formatLength,
  type Icon,
  type NowMs,
  Tag,
  type TagTone,
  useFormats,
  useTicking,
  useWords,
} from '../ui/index.ts';
import type { RowState, SheetRow } from './rows.ts';
import { useRowTexts } from './use-texts.ts';
import { runSheetWords } from './words.ts';

const faces: Readonly<Record<RowState, Icon>> = {
  done: IconCheck,
  now: IconPlayerPlayFilled,
  next: IconPlayerTrackNextFilled,
  waiting: IconCircle,
  passed: IconCircle,
  held: IconHandStop,
  skipped: IconPlayerSkipForward,
};

const tones: Partial<Readonly<Record<RowState, TagTone>>> = {
  now: 'green',
  next: 'blue',
  held: 'amber',
  passed: 'amber',
};

/** Used time against planned. */
const RowTime = ({ row, nowMs }: { row: SheetRow; nowMs: NowMs }) => {
  const words = useWords(runSheetWords);
  const { number } = useFormats();
  const { begunAt, endedAt, seconds, state } = row;
  const runs = state === 'now' || state === 'done';
  const read = useCallback(
    (now: number) => (begunAt === null || !runs ? -1 : Math.floor(Math.max(0, (endedAt ?? now) - begunAt) / 1000)),
    [begunAt, endedAt, runs],
  );
  const used = useTicking(nowMs, read);
  const planned = seconds === null ? null : words.minutes(number(seconds / 60));
  if (used < 0) return <span className="num">{planned}</span>;
  const over = seconds !== null && used > seconds;
  const spent = formatLength(used * 1000);
  return (
    <span className={`num ${over ? 'rs-over' : ''}`}>{planned === null ? spent : words.usedOf(spent, planned)}</span>
  );
};

const StateTag = ({ row }: { row: SheetRow }) => {
  const words = useWords(runSheetWords);
  const tone = tones[row.state];
  if (row.lost && (row.state === 'next' || row.state === 'waiting')) return <Tag tone="amber">{words.lost}</Tag>;
  if (tone === undefined) return null;
  return <Tag tone={tone}>{words.state[row.state]}</Tag>;
};

const Content = ({ row }: { row: SheetRow }) => {
  const words = useWords(runSheetWords);
  const texts = useRowTexts();
  const { speaker, reserve, requestId, cue } = row;
  const layout = texts.layoutLine(row);
  const film = texts.filmLine(row);
  if (speaker === null) {
    return (
      <>
        <p className="rs-name ell">
          <b>{texts.kind(row)}</b>
        </p>
        {(cue !== '' || layout || film) && (
          <p className="small muted ell">{[layout, film, cue].filter(Boolean).join(' · ')}</p>
        )}
      </>
    );
  }
  const more = [
    texts.kind(row),
    ...(speaker.person === null ? [] : [texts.place(speaker)]),
    ...(layout === null ? [] : [layout]),
    ...(film === null ? [] : [film]),
    ...(requestId === null ? [] : [words.asked]),
    ...(reserve === null ? [] : [words.reserve(texts.who(reserve))]),
  ];
  return (
    <>
      <p className="rs-name ell">
        {speaker.person && <span className="muted">{speaker.person.honorific} </span>}
        <b>{speaker.person?.name ?? texts.place(speaker)}</b>
      </p>
      <p className="small muted ell">{more.join(' · ')}</p>
    </>
  );
};

const Cells = ({ row, nowMs, menu }: { row: SheetRow; nowMs: NowMs; menu: ReactNode }) => {
  const words = useWords(runSheetWords);
  const Face = faces[row.state];
  return (
    <>
      <div role="gridcell" className="rs-state">
        <Face size={16} stroke={2.25} aria-hidden />
        <span className="hidden-text">{words.state[row.state]}</span>
      </div>
      <div role="gridcell" className="rs-content">
        <Content row={row} />
      </div>
      <div role="gridcell" className="rs-time small muted">
        <RowTime row={row} nowMs={nowMs} />
        <StateTag row={row} />
      </div>
      <div role="gridcell">{menu}</div>
    </>
  );
};

export type SheetRowViewProps = {
  row: SheetRow;
  /** Among all lines of the list. */
  index: number;
  /** In px below the first line. */
  top: number;
  measure: (row: HTMLElement | null) => void;
  id: string;
  selected: boolean;
  nowMs: NowMs;
  menu: ReactNode;
  onSelect: (row: SheetRow) => void;
};

/** One row: what, who, from where; how long, and how it stands. */
export const SheetRowView = memo((props: SheetRowViewProps) => {
  const { row, index, top, measure, id, selected, nowMs, menu, onSelect } = props;
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: row.rowId });
  const place: CSSProperties = {
    top,
    transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined,
    transition,
  };
  const stand = useCallback(
    (element: HTMLElement | null) => {
      setNodeRef(element);
      measure(element);
    },
    [setNodeRef, measure],
  );
  return (
    <div
      ref={stand}
      data-index={index}
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={selected}
      aria-current={row.state === 'now' ? 'step' : undefined}
      data-state={row.state}
      className={`rs-row ${row.state} ${selected ? 'selected' : ''} ${isDragging ? 'gone' : ''}`}
      style={place}
      onClick={() => onSelect(row)}
    >
      <div role="gridcell" className="rs-grip" {...listeners}>
        <IconGripVertical size={16} stroke={2} aria-hidden />
        <span className="num">{row.place}</span>
      </div>
      <Cells row={row} nowMs={nowMs} menu={menu} />
    </div>
  );
});

/** The row in the hand while it is carried. */
export const CarriedRow = ({ row, nowMs }: { row: SheetRow; nowMs: NowMs }) => (
  <div className="rs-row carried" aria-hidden>
    <div className="rs-grip">
      <IconGripVertical size={16} stroke={2} />
      <span className="num">{row.place}</span>
    </div>
    <Cells row={row} nowMs={nowMs} menu={null} />
  </div>
);
