import type { ConferenceDetail, InvitedSite } from '@diemcau/domain/conference';
import type { AgendaItemId } from '@diemcau/domain/kernel';
import { IconPlus, IconTableImport } from '@tabler/icons-react';
import { useMemo, useState } from 'react';

import { agendaWords, type ItemRow } from '../../agenda/index.ts';
import { checkPerson, PersonFields } from '../../floor/index.ts';
import type { Run } from '../../live/index.ts';
import {
  ImportDialog,
  importWords,
  moveRowCommand,
  reserveCommand,
  type RowActs,
  RowEditor,
  type RowKit,
  type RowTarget,
  runSheetWords,
  type SheetRow,
  SheetTable,
} from '../../run-sheet/index.ts';
import {
  Button,
  ConfirmDialog,
  EmptyState,
  Panel,
  type SaidProblem,
  Tag,
  useFormats,
  useWords,
} from '../../ui/index.ts';
import { InvitedSitePicker } from './InvitedSitePicker.tsx';
import type { PlanParts } from './plan.ts';

export type SheetPartProps = {
  conference: ConferenceDetail;
  parts: PlanParts;
  items: readonly ItemRow[];
  rows: readonly SheetRow[];
  /** All that are invited, with the hall. */
  sites: readonly InvitedSite[];
  /** Null: nothing can be changed any more. */
  run: Run | null;
  /** For many in a row: the plan is read again by `readAgain`. */
  send: Run;
  problem: SaidProblem | null;
  readAgain: () => Promise<unknown>;
};

type Window =
  | { readonly kind: 'none' }
  | { readonly kind: 'row'; readonly target: RowTarget }
  | { readonly kind: 'remove'; readonly row: SheetRow }
  | { readonly kind: 'import' };

const closed: Window = { kind: 'none' };

const useActs = ({ parts, rows }: SheetPartProps, run: Run, show: (window: Window) => void): RowActs => {
  const at = (row: SheetRow) => rows.findIndex(({ rowId }) => rowId === row.rowId);
  const send = (command: Parameters<Run>[0] | null) => void (command && run(command));
  return {
    doNow: null,
    edit: (row) => show({ kind: 'row', target: { is: 'old', row } }),
    useReserve: (row) => send(reserveCommand(row)),
    mark: ({ rowId }, as) => send({ type: 'runSheet.mark', rowId, as }),
    moveBy: (row, by) => send(moveRowCommand(rows, row.rowId, at(row) + by, parts.runSheet.version)),
    add: (row, place) =>
      show({
        kind: 'row',
        target: {
          is: 'new',
          before: place === 'before' ? row.rowId : (rows[at(row) + 1]?.rowId ?? null),
          itemId: row.itemId,
        },
      }),
    remove: (row) => show({ kind: 'remove', row }),
  };
};

const Windows = ({
  props,
  run,
  shown,
  onClose,
}: {
  props: SheetPartProps;
  run: Run;
  shown: Window;
  onClose: () => void;
}) => {
  const { conference, parts, items, sites } = props;
  const words = useWords(runSheetWords);
  const agenda = useWords(agendaWords);
  const kit = useMemo<RowKit>(
    () => ({
      checkPerson,
      PersonFields,
      SitePicker: ({ onPick }) => <InvitedSitePicker sites={sites} onPick={onPick} />,
    }),
    [sites],
  );
  switch (shown.kind) {
    case 'none':
      return null;
    case 'row':
      return (
        <RowEditor
          target={shown.target}
          names={parts.names}
          items={items.map(({ itemId, number, title }) => ({ itemId, label: agenda.itemLong(number, title) }))}
          kit={kit}
          run={run}
          problem={props.problem}
          around={{ conference: conference.name, hallId: conference.hall.siteId }}
          onClose={onClose}
        />
      );
    case 'remove':
      return (
        <ConfirmDialog
          open
          title={words.remove.title(String(shown.row.place))}
          effect={words.remove.effect}
          confirm={words.remove.confirm}
          onConfirm={() => run({ type: 'runSheet.remove', rowId: shown.row.rowId }).then(onClose)}
          onCancel={onClose}
        />
      );
    case 'import':
      return (
        <ImportDialog
          sites={sites}
          standing={{ items, speakers: parts.names.speakers.values() }}
          run={props.send}
          problem={props.problem}
          onClose={() => {
            void props.readAgain();
            onClose();
          }}
        />
      );
  }
};

/** The run sheet as it is prepared: its rows, their form, and bringing it in from a spreadsheet. */
export const SheetPart = (props: SheetPartProps) => {
  const { conference, parts, items, rows, run } = props;
  const words = useWords(runSheetWords);
  const importing = useWords(importWords);
  const agenda = useWords(agendaWords);
  const { count } = useFormats();
  const [shown, show] = useState<Window>(closed);
  const acts = useActs(props, run ?? (() => Promise.resolve(false)), show);
  const heading = (itemId: AgendaItemId | null) => {
    const item = items.find((each) => each.itemId === itemId);
    return item ? agenda.itemLong(item.number, item.title) : words.noItem;
  };
  return (
    <Panel
      title={words.title}
      body="flush"
      note={rows.length > 0 && <Tag>{count(rows.length)}</Tag>}
      {...(run
        ? {
            actions: (
              <>
                <Button size="small" icon={IconTableImport} onPress={() => show({ kind: 'import' })}>
                  {importing.open}
                </Button>
                <Button
                  size="small"
                  icon={IconPlus}
                  onPress={() =>
                    show({
                      kind: 'row',
                      target: { is: 'new', before: null, itemId: rows.at(-1)?.itemId ?? items.at(-1)?.itemId ?? null },
                    })
                  }
                >
                  {words.add}
                </Button>
              </>
            ),
          }
        : {})}
    >
      {rows.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyOffice}</EmptyState>
      ) : (
        <SheetTable
          rows={rows}
          startsAt={Date.parse(conference.startsAt)}
          conference={conference.name}
          titles={parts.names.titles}
          heading={heading}
          acts={run ? acts : null}
        />
      )}
      {run && <Windows props={props} run={run} shown={shown} onClose={() => show(closed)} />}
    </Panel>
  );
};
