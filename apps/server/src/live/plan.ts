import type { Live } from '@diemcau/domain/live';
import type { Plan } from '@diemcau/domain/wire';
import { Names } from './names.ts';
import { neededBy } from './whole-state.ts';

/** What the office's pages show and edit of a conference: read at once, six queries however long it is. */
export const planOf = async (live: Live, names: Names): Promise<Plan> => {
  const { agenda, runSheet } = live;
  const needed = neededBy('desk', live);
  await names.load(needed);
  const { titles, rows, speakers, sites } = names.people(needed);
  return {
    agendaVersion: agenda.version,
    items: agenda.items.map((item) => ({ ...item, title: titles[item.itemId] ?? '' })),
    currentItemId: agenda.current?.itemId ?? null,
    sheetVersion: runSheet.version,
    rows: runSheet.rows.map((row) => {
      const { cue = '', note = '', filmTitle = '' } = rows[row.rowId] ?? {};
      return { ...row, cue, note, filmTitle };
    }),
    currentRowId: runSheet.currentId,
    speakers: [...speakers],
    sites: [...sites],
  };
};
