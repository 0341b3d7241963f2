import './minutes.css';
import type { Note, Still } from '@diemcau/domain/minutes';
import { IconArrowDown, IconDownload } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';

import { Button, EmptyState, formatLength, LinkButton, useFormats, useWords } from '../ui/index.ts';
import type { Line } from './lines.ts';
import { minutesWords } from './words.ts';

export type NoteActs = {
  readonly onEdit: (note: Note) => void;
  readonly onWithdraw: (note: Note) => Promise<unknown>;
};

/** The picture itself, small; it opens as it was taken. Its place is kept while it comes. */
const StillView = ({ base, still, alt }: { base: string; still: Still; alt: string }) => {
  const words = useWords(minutesWords);
  const address = `/api/v1${base}/record/stills/${still.stillId}`;
  return (
    <div className="mn-still">
      <a href={address} target="_blank" rel="noreferrer">
        <img src={address} alt={alt} width={still.width} height={still.height} loading="lazy" decoding="async" />
      </a>
      <LinkButton href={address} size="small" icon={IconDownload} download>
        {words.stillDownload}
      </LinkButton>
    </div>
  );
};

const LineView = ({ base, line, acts }: { base: string; line: Line; acts: NoteActs | null }) => {
  const words = useWords(minutesWords);
  const { timeWithSeconds } = useFormats();
  const { at, tone, main, details, lengthMs, isVoid, note, still } = line;
  return (
    <div className={`mn-line ${tone} ${isVoid ? 'void' : ''}`}>
      <time className="mn-time num" dateTime={new Date(at).toISOString()}>
        {timeWithSeconds(at)}
      </time>
      <div className="mn-said">
        <p className="mn-main">{main}</p>
        {details.map((detail) => (
          <p key={detail} className="mn-detail">
            {detail}
          </p>
        ))}
        {still && <StillView base={base} still={still} alt={main} />}
        {acts && note && note.withdrawnAt === null && (
          <div className="row">
            <Button size="small" tone="quiet" onPress={() => acts.onEdit(note)}>
              {words.form.edit}
            </Button>
            <Button size="small" tone="quiet" onPress={() => acts.onWithdraw(note)}>
              {words.form.withdraw}
            </Button>
          </div>
        )}
      </div>
      {lengthMs !== null && <span className="mn-length num">{formatLength(lengthMs)}</span>}
    </div>
  );
};

/** How near to its end, in px, a list counts as read to the end. */
const NEAR_PX = 60;

/**
 * The lines of a record, each as high as its words; thousands of them scroll. With `follows` the newest stays in view
 * unless the reader scrolled up.
 */
export const RecordLines = ({
  base,
  lines,
  acts,
  follows,
}: {
  /** Whose record it is, as the reader's address names it. */
  base: string;
  lines: readonly Line[];
  acts: NoteActs | null;
  follows: boolean;
}) => {
  const words = useWords(minutesWords);
  const place = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(follows);
  const list = useVirtualizer({
    count: lines.length,
    getScrollElement: () => place.current,
    estimateSize: () => 52,
    overscan: 12,
    getItemKey: (index) => lines[index]?.key ?? index,
  });
  const last = lines.length - 1;
  useEffect(() => {
    if (follows && isAtEnd && last >= 0) list.scrollToIndex(last, { align: 'end' });
  }, [list, last, follows, isAtEnd]);
  const scrolled = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = place.current ?? {};
    if (follows) setAtEnd(scrollHeight - scrollTop - clientHeight < NEAR_PX);
  };
  if (lines.length === 0) return <EmptyState title={words.empty} />;
  return (
    <div className="mn-lines">
      <div ref={place} className="mn-scroll" tabIndex={0} role="group" aria-label={words.label} onScroll={scrolled}>
        <ol style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ key, index, start }) => {
            const line = lines[index];
            return line === undefined ? null : (
              <li
                key={key}
                ref={list.measureElement}
                data-index={index}
                aria-setsize={lines.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <LineView base={base} line={line} acts={acts} />
              </li>
            );
          })}
        </ol>
      </div>
      {follows && !isAtEnd && (
        <div className="mn-latest">
          <Button size="small" icon={IconArrowDown} onPress={() => setAtEnd(true)}>
            {words.latest}
          </Button>
        </div>
      )}
    </div>
  );
};
