import type { AgendaItemId, SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { useMemo, useState } from 'react';

import { type ItemRow, agendaWords, DriftTag } from '../../agenda/index.ts';
import { checkPerson, PersonFields, SitePicker } from '../../floor/index.ts';
import type { Names, Run } from '../../live/index.ts';
import {
  nextRowCommand,
  reserveCommand,
  type RowActs,
  RowEditor,
  type RowKit,
  RowMenu,
  runSheetWords,
  SheetPanel,
  type SheetRow,
  sheetRows,
  type RowTarget,
  useRowTexts,
  useSheet,
} from '../../run-sheet/index.ts';
import { ConfirmDialog, type NowMs, type SaidProblem, useAnnounce, useWords } from '../../ui/index.ts';

/** Space is "Tiếp" on this desk: no menu gives the focus back to its button. */
const focusSheet = (): void => document.querySelector<HTMLElement>('.rs-sheet')?.focus();

const AskRemove = ({ row, run, onDone }: { row: SheetRow; run: Run; onDone: () => void }) => {
  const words = useWords(runSheetWords).remove;
  return (
    <ConfirmDialog
      open
      title={words.title(String(row.place))}
      effect={words.effect}
      confirm={words.confirm}
      onConfirm={() => run({ type: 'runSheet.remove', rowId: row.rowId }).then(onDone)}
      onCancel={onDone}
    />
  );
};

const useKit = (seatId: SeatId): RowKit =>
  useMemo(
    () => ({ checkPerson, PersonFields, SitePicker: ({ onPick }) => <SitePicker seatId={seatId} onPick={onPick} /> }),
    [seatId],
  );

const Heading = ({ item }: { item: ItemRow | undefined }) => {
  const words = useWords(agendaWords);
  const rows = useWords(runSheetWords);
  if (!item) return rows.noItem;
  return words.itemLong(item.number, item.title === '' ? words.untitled : item.title);
};

export type SheetProps = {
  live: Live;
  names: Names;
  items: readonly ItemRow[];
  seatId: SeatId;
  conference: string;
  run: Run;
  /** What the server said of the last act. */
  problem: SaidProblem | null;
  nowMs: NowMs;
};

/** The run sheet of the desk with its menus and its form. */
export const Sheet = ({ live, names, items, seatId, conference, run, problem, nowMs }: SheetProps) => {
  const words = useWords(runSheetWords);
  const itemWords = useWords(agendaWords);
  const texts = useRowTexts();
  const announce = useAnnounce();
  const rows = useMemo(() => sheetRows(live, names), [live, names]);
  const sheet = useSheet(rows, live.runSheet.version, run);
  const [target, setTarget] = useState<RowTarget | null>(null);
  const [removing, remove] = useState<SheetRow | null>(null);
  const kit = useKit(seatId);
  const at = (row: SheetRow) => sheet.rows.findIndex(({ rowId }) => rowId === row.rowId);
  const acts: RowActs = {
    doNow: ({ rowId }) => void run(nextRowCommand(live, rowId)),
    edit: (row) => setTarget({ is: 'old', row }),
    useReserve: (row) => {
      const command = reserveCommand(row);
      if (command) void run(command);
    },
    mark: ({ rowId }, as) => void run({ type: 'runSheet.mark', rowId, as }),
    moveBy: (row, by) =>
      void sheet
        .moveTo(row.rowId, at(row) + by)
        .then((done) => done && announce(words.moved(texts.line(row), String(at(row) + by + 1)))),
    add: (row, place) =>
      setTarget({
        is: 'new',
        before: place === 'before' ? row.rowId : (sheet.rows[at(row) + 1]?.rowId ?? null),
        itemId: row.itemId,
      }),
    remove,
  };
  const itemOf = (itemId: AgendaItemId | null) => items.find((item) => item.itemId === itemId);
  const close = () => {
    setTarget(null);
    remove(null);
    setTimeout(focusSheet);
  };
  return (
    <>
      <SheetPanel
        sheet={sheet}
        nowMs={nowMs}
        note={<DriftTag live={live} nowMs={nowMs} long />}
        heading={(itemId) => <Heading item={itemOf(itemId)} />}
        menu={(row, reachable) => (
          <RowMenu row={row} acts={acts} reachable={reachable} within="#mod-main" onClosed={focusSheet} />
        )}
        onAdd={() => setTarget({ is: 'new', before: null, itemId: sheet.rows.at(-1)?.itemId ?? null })}
      />
      {target && (
        <RowEditor
          target={target}
          names={names}
          items={items.map(({ itemId, number, title }) => ({ itemId, label: itemWords.itemLong(number, title) }))}
          kit={kit}
          run={run}
          problem={problem}
          around={{ conference, hallId: live.conference.status === 'absent' ? null : live.conference.hallId }}
          onClose={close}
        />
      )}
      {removing && <AskRemove row={removing} run={run} onDone={close} />}
    </>
  );
};
