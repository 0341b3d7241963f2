import './FoundList.css';
import type { ReactNode } from 'react';

import { ErrorState, Loading } from './states.tsx';
import { type SaidProblem, StatusLine } from './StatusLine.tsx';
import { VirtualList } from './VirtualList.tsx';

/** What a search found, read page by page as it is scrolled to. */
export type Found<T> = {
  readonly rows: readonly T[];
  /** Null until it is known. */
  readonly total: number | null;
  readonly problem: SaidProblem | null;
  readonly isLoading: boolean;
  /** The rows are those of the search before. */
  readonly isOther: boolean;
  readonly retry: () => void;
  readonly onSeen: (first: number, last: number) => void;
};

export type FoundListProps<T> = {
  list: Found<T>;
  keyOf: (row: T) => string;
  rowHeight: number;
  label: string;
  /** In place of the list when nothing was found. */
  empty: ReactNode;
  /** How many there are, below the list. */
  shown: (total: number) => string;
  children: (row: T) => ReactNode;
};

/** A list of thousands that was searched for, with how many there are; fills the height of its place. */
export const FoundList = <T,>({ list, keyOf, rowHeight, label, empty, shown, children }: FoundListProps<T>) => {
  const { rows, total, problem, isLoading, isOther, retry, onSeen } = list;
  return (
    <>
      {isLoading && <Loading />}
      {problem !== null && rows.length === 0 && <ErrorState problem={problem} onRetry={retry} />}
      {problem !== null && rows.length > 0 && <StatusLine problem={problem} onDismiss={retry} />}
      {total === 0 && empty}
      {total !== null && total > 0 && (
        <>
          <div className={`ui-found ${isOther ? 'other' : ''}`}>
            <VirtualList rows={rows} keyOf={keyOf} rowHeight={rowHeight} label={label} total={total} onSeen={onSeen}>
              {children}
            </VirtualList>
          </div>
          <p className="ui-found-count small muted num" role="status">
            {shown(total)}
          </p>
        </>
      )}
    </>
  );
};
