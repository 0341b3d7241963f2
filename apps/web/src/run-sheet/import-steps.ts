import { AgendaItemId, foldText, RowId, type SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import type { CommandTexts, Speaker } from '@diemcau/domain/wire';

import type { Imported, ImportedRow } from './import.ts';

export type ImportStep = { readonly command: Command; readonly texts: CommandTexts };

/** What stands already: items by title, and people who are known. */
export type Standing = {
  readonly items: readonly { readonly itemId: AgendaItemId; readonly title: string }[];
  readonly speakers: Iterable<Speaker>;
};

const personKey = (siteId: SiteId, name: string): string => `${siteId} ${foldText(name)}`;

/**
 * The commands that bring the table into the plan, in order, after what stands there. An item of the same title is
 * used again, and so is a person of the same name at the same site.
 */
export const importSteps = (imported: Imported, standing: Standing, newId: () => string): readonly ImportStep[] => {
  const items = new Map(standing.items.map(({ itemId, title }) => [foldText(title), itemId]));
  const people = new Map([...standing.speakers].map((s) => [personKey(s.siteId, s.name), s.speakerId]));
  const steps: ImportStep[] = [];
  for (const { title, kind, seconds } of imported.items) {
    if (items.has(foldText(title))) continue;
    const itemId = AgendaItemId.parse(newId());
    items.set(foldText(title), itemId);
    steps.push({
      command: { type: 'agenda.add', itemId, kind, seconds, presenterId: null, parentId: null, before: null },
      texts: { title },
    });
  }
  const actOf = ({ kind, speechKind, site, person }: ImportedRow) => {
    if (kind !== 'speech') return { kind };
    if (speechKind === null || site === null || person === null) throw new Error('a speech without its speaker');
    const key = personKey(site.siteId, person.name);
    const speakerId = people.get(key) ?? SpeakerId.parse(newId());
    people.set(key, speakerId);
    return { kind, speechKind, speaker: { siteId: site.siteId, speakerId }, reserve: null, requestId: null };
  };
  for (const row of imported.rows) {
    const itemId = row.item === null ? null : (items.get(foldText(row.item)) ?? null);
    steps.push({
      command: {
        type: 'runSheet.add',
        rowId: RowId.parse(newId()),
        act: actOf(row),
        itemId,
        seconds: row.seconds,
        ...(row.layout === null ? {} : { layout: row.layout }),
        ...(row.filmTitle === '' ? {} : { film: true }),
        before: null,
      },
      texts: {
        row: { cue: row.cue, note: row.note, ...(row.filmTitle === '' ? {} : { filmTitle: row.filmTitle }) },
        ...(row.person ? { speaker: row.person } : {}),
      },
    });
  }
  return steps;
};
