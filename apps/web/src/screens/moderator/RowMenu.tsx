import {
  IconArrowBarToDown,
  IconArrowBarToUp,
  IconClock,
  IconListDetails,
  IconListNumbers,
  IconMicrophone,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';

import { floorWords, type QueueRow, whoText } from '../../floor/index.ts';
import { runSheetWords } from '../../run-sheet/index.ts';
import { ActMenu, type MenuAct } from '../../ui/office/index.ts';
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

/** What can be done with one request. `reachable`: the Tab key stops here. */
export const RowMenu = ({ row, acts, reachable }: { row: QueueRow; acts: RowActs; reachable: boolean }) => {
  const { menu, ...words } = useWords(floorWords);
  const sheet = useWords(runSheetWords).menu;
  const { inOrder } = acts;
  const standby: MenuAct =
    row.standbyPlace === null
      ? { words: menu.standby, icon: IconClock, act: () => acts.standby(row) }
      : { words: menu.standDown, icon: IconClock, act: () => acts.standDown(row) };
  return (
    <ActMenu
      label={words.queue.menu(whoText(row.person, row.site, words))}
      reachable={reachable}
      within="#mod-main"
      // Space is "Tiếp" on this desk and must not open the menu again.
      onClosed={() => document.querySelector<HTMLElement>('.fl-queue')?.focus()}
      groups={[
        [
          { words: menu.grant, icon: IconMicrophone, act: () => acts.grant(row) },
          standby,
          ...(inOrder ? [{ words: menu.order, icon: IconListNumbers, act: inOrder }] : []),
          ...(acts.canSlot(row) ? [{ words: sheet.slot, icon: IconListDetails, act: () => acts.slot(row) }] : []),
        ],
        [
          { words: menu.top, icon: IconArrowBarToUp, act: () => acts.top(row) },
          { words: menu.bottom, icon: IconArrowBarToDown, act: () => acts.bottom(row) },
        ],
        [
          { words: menu.correct, icon: IconPencil, act: () => acts.correct(row) },
          { words: menu.withdraw, icon: IconTrash, act: () => acts.withdraw(row) },
        ],
      ]}
    />
  );
};
