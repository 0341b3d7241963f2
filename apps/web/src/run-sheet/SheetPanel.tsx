import type { AgendaItemId } from '@diemcau/domain/kernel';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Button, EmptyState, type NowMs, Panel, Tag, useAnnounce, useFormats, useWords } from '../ui/index.ts';
import type { SheetRow } from './rows.ts';
import { SheetGrid } from './SheetGrid.tsx';
import type { SheetModel } from './use-sheet.ts';
import { useRowTexts } from './use-texts.ts';
import { runSheetWords } from './words.ts';

export type SheetPanelProps = {
  sheet: SheetModel;
  nowMs: NowMs;
  menu: (row: SheetRow, reachable: boolean) => ReactNode;
  heading: (itemId: AgendaItemId | null) => ReactNode;
  /** Beside the title: the drift. */
  note?: ReactNode;
  onAdd: () => void;
};

/** The run sheet on a desk: what is done, what is next, and how time stands. */
export const SheetPanel = ({ sheet, nowMs, menu, heading, note, onAdd }: SheetPanelProps) => {
  const words = useWords(runSheetWords);
  const texts = useRowTexts();
  const { count } = useFormats();
  const announce = useAnnounce();
  const { rows } = sheet;
  const done = count(rows.filter(({ state }) => state === 'done' || state === 'now').length);
  const all = count(rows.length);
  return (
    <Panel
      title={words.title}
      body="flush"
      className="rs-panel"
      note={
        <>
          {rows.length > 0 && <Tag label={words.spokenCount(done, all)}>{words.count(done, all)}</Tag>}
          {note}
        </>
      }
      actions={
        <Button size="small" tone="quiet" icon={IconPlus} onPress={onAdd}>
          {words.add}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyDetail}</EmptyState>
      ) : (
        <SheetGrid
          sheet={sheet}
          nowMs={nowMs}
          menu={menu}
          heading={heading}
          onMoved={(row, place) => announce(words.moved(texts.line(row), String(place)))}
        />
      )}
    </Panel>
  );
};
