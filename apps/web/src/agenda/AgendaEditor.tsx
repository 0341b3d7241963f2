import './AgendaEditor.css';
import {
  IconArrowDown,
  IconArrowUp,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPencil,
  IconPlus,
  IconRowInsertTop,
  IconSubtask,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';

import { type Names, personOf, type Run } from '../live/index.ts';
import {
  Button,
  ConfirmDialog,
  EmptyState,
  type Icon,
  Panel,
  PlainTable,
  type SaidProblem,
  useFormats,
  useWords,
} from '../ui/index.ts';
import { ActMenu, type MenuAct } from '../ui/office/index.ts';
import { moveItemCommand, type Way } from './item-commands.ts';
import { ItemEditor, type ItemKit, type ItemTarget } from './ItemEditor.tsx';
import type { ItemRow } from './items.ts';
import { agendaOfficeWords } from './office-words.ts';
import { agendaWords } from './words.ts';

/** Parts of parts, and no deeper (A1). */
const DEEPEST = 3;

export type AgendaEditorProps = {
  items: readonly ItemRow[];
  version: number;
  names: Names;
  /** As invited, ms since the epoch. */
  startsAt: number;
  kit: ItemKit;
  /** Null: nothing can be changed any more. */
  run: Run | null;
  /** What the server said of the last act; its form says it too. */
  problem: SaidProblem | null;
};

type MenuProps = Pick<AgendaEditorProps, 'items' | 'version'> & {
  item: ItemRow;
  run: Run;
  onWrite: (target: ItemTarget) => void;
  onRemove: (item: ItemRow) => void;
};

const ItemMenu = ({ item, items, version, run, onWrite, onRemove }: MenuProps) => {
  const words = useWords(agendaOfficeWords).menu;
  const { itemId, number, depth } = item;
  const ways: readonly { readonly way: Way; readonly icon: Icon }[] = [
    { way: 'up', icon: IconArrowUp },
    { way: 'down', icon: IconArrowDown },
    { way: 'in', icon: IconIndentIncrease },
    { way: 'out', icon: IconIndentDecrease },
  ];
  const moves = ways.flatMap(({ way, icon }) => {
    const command = moveItemCommand(items, itemId, way, version);
    return command ? [{ words: words[way], icon, act: () => void run(command) }] : [];
  });
  const part: MenuAct = {
    words: words.part,
    icon: IconSubtask,
    act: () => onWrite({ is: 'new', parentId: itemId, before: null }),
  };
  return (
    <ActMenu
      label={words.of(number)}
      groups={[
        [
          { words: words.edit, icon: IconPencil, act: () => onWrite({ is: 'old', item }) },
          ...(depth < DEEPEST ? [part] : []),
          {
            words: words.before,
            icon: IconRowInsertTop,
            act: () => onWrite({ is: 'new', parentId: item.parentId, before: itemId }),
          },
        ],
        moves,
        item.state === 'waiting' ? [{ words: words.remove, icon: IconTrash, act: () => onRemove(item) }] : [],
      ]}
    />
  );
};

const Total = ({ items, startsAt }: Pick<AgendaEditorProps, 'items' | 'startsAt'>) => {
  const words = useWords(agendaOfficeWords);
  const { number, time } = useFormats();
  const total = items
    .filter(({ parentId }) => parentId === null)
    .reduce((sum, { plannedMs }) => sum + (plannedMs ?? 0), 0);
  if (total === 0) return null;
  return <p className="small muted num">{words.total(number(total / 60_000), time(startsAt + total))}</p>;
};

/** The order of the day as it is prepared: a tree of three levels. */
export const AgendaEditor = ({ items, version, names, startsAt, kit, run, problem }: AgendaEditorProps) => {
  const words = useWords(agendaOfficeWords);
  const live = useWords(agendaWords);
  const { time, number } = useFormats();
  const [target, write] = useState<ItemTarget | null>(null);
  const [removing, remove] = useState<ItemRow | null>(null);
  const { columns } = words;
  const add = () => write({ is: 'new', parentId: null, before: null });
  return (
    <Panel
      title={live.title}
      body="flush"
      {...(run
        ? {
            actions: (
              <Button size="small" icon={IconPlus} onPress={add}>
                {words.add}
              </Button>
            ),
          }
        : {})}
      {...(items.length > 0 ? { foot: <Total items={items} startsAt={startsAt} /> } : {})}
    >
      {items.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
      ) : (
        <PlainTable
          className="ag-table"
          head={
            <>
              <th scope="col">{columns.number}</th>
              <th scope="col" className="ag-wide">
                {columns.time}
              </th>
              <th scope="col">{columns.title}</th>
              <th scope="col" className="ag-wide">
                {columns.kind}
              </th>
              <th scope="col" className="ag-wide">
                {columns.presenter}
              </th>
              <th scope="col">{columns.minutes}</th>
              {run && (
                <th scope="col">
                  <span className="hidden-text">{columns.acts}</span>
                </th>
              )}
            </>
          }
        >
          {items.map((item) => {
            const presenter = personOf(names, item.presenterId);
            return (
              <tr key={item.itemId} data-depth={item.depth}>
                <td className="num">{item.number}</td>
                <td className="num ag-wide">{time(item.startsAt)}</td>
                <td className="ag-title">
                  {item.title === '' ? live.untitled : item.title}
                  <span className="ag-narrow small muted num">
                    {[
                      time(item.startsAt),
                      live.kind[item.kind],
                      ...(presenter ? [`${presenter.honorific} ${presenter.name}`] : []),
                    ].join(' · ')}
                  </span>
                </td>
                <td className="ag-wide muted small">{live.kind[item.kind]}</td>
                <td className="ag-wide small">
                  {presenter ? `${presenter.honorific} ${presenter.name}` : <span className="faint">–</span>}
                </td>
                <td className="num">{item.plannedMs === null ? '–' : number(item.plannedMs / 60_000)}</td>
                {run && (
                  <td className="ui-plain-acts">
                    <ItemMenu {...{ item, items, version, run }} onWrite={write} onRemove={remove} />
                  </td>
                )}
              </tr>
            );
          })}
        </PlainTable>
      )}
      {target && run && (
        <ItemEditor target={target} names={names} kit={kit} run={run} problem={problem} onClose={() => write(null)} />
      )}
      {removing && run && (
        <ConfirmDialog
          open
          title={words.remove.title(`${removing.number}. ${removing.title}`)}
          effect={words.remove.effect}
          confirm={words.remove.confirm}
          onConfirm={() => run({ type: 'agenda.remove', itemId: removing.itemId }).then(() => remove(null))}
          onCancel={() => remove(null)}
        />
      )}
    </Panel>
  );
};
