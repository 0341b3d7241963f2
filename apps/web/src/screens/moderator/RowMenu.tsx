import {
  IconArrowBarToDown,
  IconArrowBarToUp,
  IconClock,
  IconDotsVertical,
  IconListDetails,
  IconListNumbers,
  IconMicrophone,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';

import { floorWords, type QueueRow, whoText } from '../../floor/index.ts';
import { runSheetWords } from '../../run-sheet/index.ts';
import { Menu } from '../../ui/office/index.ts';
import { useWords } from '../../ui/index.ts';

export type RowActs = {
  readonly grant: (row: QueueRow) => void;
  readonly standby: (row: QueueRow) => void;
  readonly standDown: (row: QueueRow) => void;
  /** Stand-by follows the queue again; null while it does. */
  readonly inOrder: (() => void) | null;
  /** Whether there is a run sheet that does not hold it yet. */
  readonly canSlot: (row: QueueRow) => boolean;
  /** Puts it into the run sheet as the next row. */
  readonly slot: (row: QueueRow) => void;
  readonly top: (row: QueueRow) => void;
  readonly bottom: (row: QueueRow) => void;
  readonly correct: (row: QueueRow) => void;
  readonly withdraw: (row: QueueRow) => void;
};

/** After the menu has done with the focus, which it would give to its button. */
const focusQueue = (): void => {
  setTimeout(() => document.querySelector<HTMLElement>('.fl-queue')?.focus());
};

/** What can be done with one request. `reachable`: the Tab key stops here. */
export const RowMenu = ({ row, acts, reachable }: { row: QueueRow; acts: RowActs; reachable: boolean }) => {
  const words = useWords(floorWords);
  const sheet = useWords(runSheetWords).menu;
  const icon = { size: 18, stroke: 2, 'aria-hidden': true } as const;
  const name = whoText(row.person, row.site, words);
  return (
    // The focus does not return to the button: Space is "Tiếp" on this desk and must not open the menu again.
    <Menu
      returnFocus={false}
      onClose={focusQueue}
      withInitialFocusPlaceholder={false}
      portalProps={{ target: '#mod-main' }}
    >
      <Menu.Target>
        <button
          type="button"
          className="mod-row-menu"
          aria-label={words.queue.menu(name)}
          tabIndex={reachable ? 0 : -1}
          onPointerDown={(event) => event.stopPropagation()}
        >
          <IconDotsVertical {...icon} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconMicrophone {...icon} />} onClick={() => acts.grant(row)}>
          {words.menu.grant}
        </Menu.Item>
        {row.standbyPlace === null ? (
          <Menu.Item leftSection={<IconClock {...icon} />} onClick={() => acts.standby(row)}>
            {words.menu.standby}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconClock {...icon} />} onClick={() => acts.standDown(row)}>
            {words.menu.standDown}
          </Menu.Item>
        )}
        {acts.inOrder !== null && (
          <Menu.Item leftSection={<IconListNumbers {...icon} />} onClick={acts.inOrder}>
            {words.menu.order}
          </Menu.Item>
        )}
        {acts.canSlot(row) && (
          <Menu.Item leftSection={<IconListDetails {...icon} />} onClick={() => acts.slot(row)}>
            {sheet.slot}
          </Menu.Item>
        )}
        <Menu.Divider role="separator" />
        <Menu.Item leftSection={<IconArrowBarToUp {...icon} />} onClick={() => acts.top(row)}>
          {words.menu.top}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowBarToDown {...icon} />} onClick={() => acts.bottom(row)}>
          {words.menu.bottom}
        </Menu.Item>
        <Menu.Divider role="separator" />
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => acts.correct(row)}>
          {words.menu.correct}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => acts.withdraw(row)}>
          {words.menu.withdraw}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
