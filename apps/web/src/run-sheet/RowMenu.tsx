import './RowMenu.css';
import {
  IconArrowDown,
  IconArrowUp,
  IconDotsVertical,
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

import { Menu } from '../ui/office/index.ts';
import { type Icon, useWords } from '../ui/index.ts';
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

type Entry = { readonly words: string; readonly icon: Icon; readonly act: () => void };

const useEntries = (row: SheetRow, acts: RowActs): readonly (readonly Entry[])[] => {
  const words = useWords(runSheetWords).menu;
  const { state } = row;
  const isBegun = state === 'done' || state === 'now';
  const waits = state === 'waiting' || state === 'next' || state === 'passed';
  const { doNow } = acts;
  return [
    [
      ...(doNow && state !== 'now'
        ? [{ words: words.now, icon: IconPlayerPlay, act: () => doNow(row) } satisfies Entry]
        : []),
      { words: words.edit, icon: IconPencil, act: () => acts.edit(row) },
      ...(row.reserve && state !== 'now'
        ? [{ words: words.useReserve, icon: IconUserShare, act: () => acts.useReserve(row) } satisfies Entry]
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

export type RowMenuProps = {
  row: SheetRow;
  acts: RowActs;
  /** By the Tab key, which stops at one row only. */
  reachable: boolean;
  /** Where the menu's box is put into the page. */
  within: string;
  /** What holds the focus after the menu: never its button, which Space would press again. */
  onClosed: () => void;
};

/** What can be done with one row. */
export const RowMenu = ({ row, acts, reachable, within, onClosed }: RowMenuProps) => {
  const words = useWords(runSheetWords).menu;
  const texts = useRowTexts();
  const groups = useEntries(row, acts);
  return (
    <Menu
      returnFocus={false}
      onClose={() => setTimeout(onClosed)}
      withInitialFocusPlaceholder={false}
      portalProps={{ target: within }}
    >
      <Menu.Target>
        <button
          type="button"
          className="rs-menu"
          aria-label={words.of(`${row.place}: ${texts.line(row)}`)}
          tabIndex={reachable ? 0 : -1}
          onPointerDown={(event) => event.stopPropagation()}
        >
          <IconDotsVertical size={18} stroke={2} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.flatMap((group, at) => [
          ...(at === 0 ? [] : [<Menu.Divider key={`line-${at}`} role="separator" />]),
          ...group.map(({ words: said, icon: Picture, act }) => (
            <Menu.Item key={said} leftSection={<Picture size={18} stroke={2} aria-hidden />} onClick={act}>
              {said}
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
};
