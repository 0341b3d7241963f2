import {
  IconArrowDown,
  IconArrowUp,
  IconHandStop,
  IconPencil,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconTrash,
  IconUserShare,
  IconArrowBackUp,
} from '@tabler/icons-react';
import type { ComponentProps } from 'react';

import { ActMenu, type MenuAct } from '../ui/office/index.ts';
import { useWords } from '../ui/index.ts';
import type { SheetRow } from './rows.ts';
import { useRowTexts } from './use-texts.ts';
import { runSheetWords } from './words.ts';

/** What a page lets do with a row; null where it is not offered. */
export type RowActs = {
  readonly doNow: ((row: SheetRow) => void) | null;
  readonly edit: (row: SheetRow) => void;
  readonly useReserve: (row: SheetRow) => void;
  readonly mark: (row: SheetRow, as: 'waiting' | 'held' | 'skipped') => void;
  readonly moveBy: (row: SheetRow, by: number) => void;
  /** Opens the form of a new row before this one, or after it. */
  readonly add: (row: SheetRow, at: 'before' | 'after') => void;
  readonly remove: (row: SheetRow) => void;
};

const useEntries = (row: SheetRow, acts: RowActs): readonly (readonly MenuAct[])[] => {
  const words = useWords(runSheetWords).menu;
  const { state } = row;
  const isBegun = state === 'done' || state === 'now';
  const waits = state === 'waiting' || state === 'next' || state === 'passed';
  const { doNow } = acts;
  return [
    [
      ...(doNow && state !== 'now'
        ? [{ words: words.now, icon: IconPlayerPlay, act: () => doNow(row) } satisfies MenuAct]
        : []),
      { words: words.edit, icon: IconPencil, act: () => acts.edit(row) },
      ...(row.reserve && state !== 'now'
        ? [{ words: words.useReserve, icon: IconUserShare, act: () => acts.useReserve(row) } satisfies MenuAct]
        : []),
    ],
    [
      ...(waits
        ? [
            { words: words.hold, icon: IconHandStop, act: () => acts.mark(row, 'held') },
            { words: words.skip, icon: IconPlayerSkipForward, act: () => acts.mark(row, 'skipped') },
          ]
        : []),
      ...(state === 'held' || state === 'skipped' || state === 'done'
        ? [{ words: words.wait, icon: IconArrowBackUp, act: () => acts.mark(row, 'waiting') }]
        : []),
      { words: words.up, icon: IconArrowUp, act: () => acts.moveBy(row, -1) },
      { words: words.down, icon: IconArrowDown, act: () => acts.moveBy(row, 1) },
    ],
    [
      { words: words.addBefore, icon: IconRowInsertTop, act: () => acts.add(row, 'before') },
      { words: words.addAfter, icon: IconRowInsertBottom, act: () => acts.add(row, 'after') },
      ...(isBegun ? [] : [{ words: words.remove, icon: IconTrash, act: () => acts.remove(row) }]),
    ],
  ];
};

export type RowMenuProps = Omit<ComponentProps<typeof ActMenu>, 'label' | 'groups'> & { row: SheetRow; acts: RowActs };

/** What can be done with one row. */
export const RowMenu = ({ row, acts, ...menu }: RowMenuProps) => {
  const words = useWords(runSheetWords).menu;
  const texts = useRowTexts();
  return <ActMenu label={words.of(`${row.place}: ${texts.line(row)}`)} groups={useEntries(row, acts)} {...menu} />;
};
