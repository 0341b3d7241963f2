import type { AgendaKind } from '@diemcau/domain/agenda';
import { SpeakerText } from '@diemcau/domain/floor';
import { foldText, type Layout, type SiteId, type SpeechKind } from '@diemcau/domain/kernel';
import { type RowKind, RowText } from '@diemcau/domain/run-sheet';

import { honorifics } from '../live/honorifics.ts';
import { type Columns, type Field, findColumns } from './import-columns.ts';
import { readMinutes } from './row-draft.ts';
import { layoutOf, placesOf, type RowLayout } from './row-layout.ts';
import type { Table } from './table.ts';

/** Sites of the conference, as a table may name them. */
export type KnownSite = {
  readonly siteId: SiteId;
  readonly code: string;
  readonly name: string;
  readonly province: string | null;
  readonly hall: boolean;
};

export type ImportedRow = {
  /** Of the table, 1 = first: where the person looks it up. */
  readonly line: number;
  readonly kind: RowKind;
  readonly speechKind: SpeechKind | null;
  readonly site: KnownSite | null;
  readonly person: SpeakerText | null;
  readonly seconds: number | null;
  /** Null: one picture. */
  readonly layout: Layout | null;
  /** Title of its film; empty: none is shown. */
  readonly filmTitle: string;
  /** Title of its agenda item; null: none. */
  readonly item: string | null;
  readonly cue: string;
  readonly note: string;
};

export type ImportedItem = {
  readonly line: number;
  readonly title: string;
  readonly kind: AgendaKind;
  readonly seconds: number | null;
};

/** Why a line cannot be taken as it is. */
export type Why =
  | 'kind'
  | 'honorific'
  | 'name'
  | 'position'
  | 'site'
  | 'siteTwice'
  | 'minutes'
  | 'layout'
  | 'words'
  | 'title';
export type Trouble = { readonly line: number; readonly text: string; readonly why: readonly Why[] };

export type Imported = {
  readonly items: readonly ImportedItem[];
  readonly rows: readonly ImportedRow[];
  /** Lines that are not understood; they are not taken. */
  readonly trouble: readonly Trouble[];
  readonly unused: readonly string[];
  /** Lines above the heads, with something in them. */
  readonly above: number;
};

const speechKinds: readonly (readonly [RegExp, SpeechKind])[] = [
  [/chi dao|directive/, 'directive'],
  [/ket luan|conclusion/, 'conclusion'],
  [/tiep thu|giai trinh|response/, 'response'],
  [/trinh tu|point of order/, 'pointOfOrder'],
  [/tham luan|paper/, 'paper'],
  [/bao cao|report/, 'report'],
  [/thao luan|phat bieu|y kien|discussion|speech/, 'discussion'],
];

const rowKinds: readonly (readonly [RegExp, RowKind])[] = [
  [/giai lao|nghi giua|break/, 'break'],
  [/be mac|closing/, 'closing'],
  [/khai mac|opening/, 'opening'],
  [/gioi thieu|introduction/, 'introduction'],
  [/diem danh|roll call/, 'rollCall'],
  [/tiep tuc|resume/, 'resume'],
  [/thao luan|discussion/, 'discussion'],
  [/loi dan|words/, 'words'],
];

const itemKinds: readonly (readonly [RegExp, AgendaKind])[] = [
  [/giai lao|nghi giua|break/, 'break'],
  [/be mac|closing/, 'closing'],
  [/khai mac|opening/, 'opening'],
  [/diem danh|roll call/, 'rollCall'],
  [/chi dao|directive/, 'directive'],
  [/ket luan|conclusion/, 'conclusion'],
  [/tiep thu|giai trinh|response/, 'response'],
  [/tham luan|paper/, 'paper'],
  [/thao luan|discussion/, 'discussion'],
  [/bao cao|report/, 'report'],
  [/thu tuc|thong qua|procedure/, 'procedure'],
];

const firstOf = <T>(list: readonly (readonly [RegExp, T])[], text: string): T | null =>
  list.find(([rule]) => rule.test(foldText(text)))?.[1] ?? null;

const longestFirst = [...honorifics].sort((a, b) => b.length - a.length);

/** "Hòa thượng Thích Minh Quang" in one cell: the honorific is taken off; without one it is not guessed. */
const parted = (honorific: string, name: string): { readonly honorific: string; readonly name: string } => {
  if (honorific !== '') return { honorific, name };
  const folded = foldText(name);
  const found = longestFirst.find((each) => folded.startsWith(`${foldText(each)} `));
  return found === undefined
    ? { honorific: '', name }
    : { honorific: found, name: name.trim().slice(found.length).trim() };
};

const bare = (place: string): string => foldText(place).replace(/^diem cau /, '');

/** The site that a cell names: by code, by name, by name and province; the hall when nothing is said. */
const siteIn = (cell: string, sites: readonly KnownSite[]): KnownSite | 'none' | 'several' => {
  const hall = sites.find((site) => site.hall);
  const said = bare(cell);
  if (said === '' || said === 'hoi truong' || said === 'trung tam' || said === 'chinh') return hall ?? 'none';
  const byCode = sites.filter(({ code }) => foldText(code) === said);
  const byName = sites.filter(
    ({ name, province }) => said === bare(name) || said === bare(`${name}, ${province ?? ''}`),
  );
  const [found, second] = byCode.length > 0 ? byCode : byName;
  return found === undefined ? 'none' : second === undefined ? found : 'several';
};

const layoutKinds: readonly (readonly [RegExp, RowLayout])[] = [
  [/tai lieu|trinh chieu|content|slide/, 'content'],
  [/(luoi|mosaic).*4/, 'mosaic4'],
  [/(luoi|mosaic).*9/, 'mosaic9'],
  [/canh|hoi truong|beside/, 'hallBeside'],
  [/giai lao|break/, 'break'],
  [/bieu trung|emblem/, 'emblem'],
  [/bang ten|title/, 'conference'],
  [/^(mot|1) hinh$|^one/, 'one'],
];

/** "Lưới 4: TNG; Tỉnh Lào Cai": what it is, and after a colon its sites. Undefined: not understood. */
const layoutIn = (cell: string, sites: readonly KnownSite[]): Layout | null | undefined => {
  if (cell === '') return null;
  const [said = '', listed = ''] = cell.split(':', 2);
  const is = firstOf(layoutKinds, said);
  const named = listed.split(';').flatMap((site) => (site.trim() === '' ? [] : [siteIn(site, sites)]));
  const found = named.filter((site) => typeof site !== 'string');
  const isWhole = found.length === named.length && new Set(found).size === found.length;
  if (is === null || !isWhole || found.length > placesOf(is)) return undefined;
  return layoutOf({ is, sites: found });
};

type Cells = Readonly<Record<Field, string>>;

const noCells: Cells = {
  place: '',
  item: '',
  kind: '',
  honorific: '',
  name: '',
  position: '',
  site: '',
  minutes: '',
  layout: '',
  film: '',
  cue: '',
  note: '',
};

const cellsOf = (row: readonly string[], { at }: Columns): Cells => ({
  ...noCells,
  ...Object.fromEntries([...at].map(([field, column]) => [field, (row[column] ?? '').trim()])),
});

/** "7 phút", "7'", "7": minutes as offices write them. */
const secondsIn = (cell: string): number | null | undefined =>
  readMinutes(cell.replace(/\s*(phút|phut|min|['’′])\.?$/iu, ''));

type Kinds = { readonly kind: RowKind; readonly speechKind: SpeechKind | null };

const kindsOf = ({ kind, name, item, cue }: Cells, under: string | null): Kinds | null => {
  const about = kind === '' ? item || (under ?? '') : kind;
  if (name !== '') {
    const speechKind = firstOf(speechKinds, about);
    return speechKind === null ? null : { kind: 'speech', speechKind };
  }
  const rowKind = firstOf(rowKinds, about);
  if (rowKind !== null) return { kind: rowKind, speechKind: null };
  return kind === '' && cue !== '' ? { kind: 'words', speechKind: null } : null;
};

const personOfCells = (cells: Cells): { readonly person: SpeakerText | null; readonly why: readonly Why[] } => {
  const { honorific, name } = parted(cells.honorific, cells.name);
  const parsed = SpeakerText.safeParse({ honorific, name, position: cells.position });
  if (parsed.success) return { person: parsed.data, why: [] };
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const fields = ['honorific', 'name', 'position'] as const;
  return { person: null, why: fields.filter((field) => wrong.has(field)) };
};

type Taken = { readonly row: ImportedRow } | { readonly why: readonly Why[] };

const rowOf = (cells: Cells, line: number, under: string | null, sites: readonly KnownSite[]): Taken => {
  const kinds = kindsOf(cells, under);
  const isSpeech = kinds?.kind === 'speech';
  const site = isSpeech ? siteIn(cells.site, sites) : null;
  const { person, why } = isSpeech ? personOfCells(cells) : { person: null, why: [] };
  const seconds = secondsIn(cells.minutes);
  const layout = layoutIn(cells.layout, sites);
  const words = RowText.required().safeParse({ cue: cells.cue, note: cells.note, filmTitle: cells.film });
  const wrong: readonly Why[] = [
    ...(kinds === null ? (['kind'] as const) : []),
    ...why,
    ...(site === 'none' ? (['site'] as const) : []),
    ...(site === 'several' ? (['siteTwice'] as const) : []),
    ...(seconds === undefined ? (['minutes'] as const) : []),
    ...(layout === undefined ? (['layout'] as const) : []),
    ...(words.success ? [] : (['words'] as const)),
  ];
  if (kinds === null || seconds === undefined || layout === undefined || !words.success || wrong.length > 0)
    return { why: wrong };
  const at = typeof site === 'string' ? null : site;
  return { row: { line, ...kinds, site: at, person, seconds, layout, item: under, ...words.data } };
};

const TITLE_LENGTH = 200;

/** A line with a title alone is an agenda item, for the rows below it. */
const isHeading = ({ item, kind, name, cue, site }: Cells): boolean =>
  item !== '' && [kind, name, cue, site].every((cell) => cell === '');

type Reading = { readonly items: ImportedItem[]; readonly rows: ImportedRow[]; readonly trouble: Trouble[] };

const lineText = (row: readonly string[]): string =>
  row
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' · ');

const addItem = ({ items }: Reading, title: string, line: number, seconds: number | null): void => {
  if (items.some((item) => foldText(item.title) === foldText(title))) return;
  items.push({ line, title, kind: firstOf(itemKinds, title) ?? 'other', seconds });
};

/** An item that says no length of its own takes that of its rows. */
const timeOfRows = (rows: readonly ImportedRow[], { title }: ImportedItem): number | null => {
  const lengths = rows.flatMap(({ item, seconds }) => (item === title && seconds !== null ? [seconds] : []));
  return lengths.length === 0 ? null : lengths.reduce((sum, seconds) => sum + seconds, 0);
};

/** Reads what a table says, and lists all that it does not understand. Null: no line of heads was found. */
export const readPlan = (table: Table, sites: readonly KnownSite[]): Imported | null => {
  const columns = findColumns(table);
  if (columns === null) return null;
  const reading: Reading = { items: [], rows: [], trouble: [] };
  let under: string | null = null;
  table.slice(columns.line + 1).forEach((row, index) => {
    const line = columns.line + index + 2;
    if (lineText(row) === '') return;
    const cells = cellsOf(row, columns);
    const isTooLong = cells.item.length > TITLE_LENGTH;
    const seconds = secondsIn(cells.minutes);
    if (isTooLong || (isHeading(cells) && seconds === undefined)) {
      reading.trouble.push({ line, text: lineText(row), why: [isTooLong ? 'title' : 'minutes'] });
      return;
    }
    if (cells.item !== '') {
      under = cells.item;
      addItem(reading, under, line, isHeading(cells) ? (seconds ?? null) : null);
    }
    if (isHeading(cells)) return;
    const taken = rowOf(cells, line, under, sites);
    if ('row' in taken) reading.rows.push(taken.row);
    else reading.trouble.push({ line, text: lineText(row), why: taken.why });
  });
  const items = reading.items.map((item) => ({ ...item, seconds: item.seconds ?? timeOfRows(reading.rows, item) }));
  const above = table.slice(0, columns.line).filter((row) => lineText(row) !== '').length;
  return { ...reading, items, unused: columns.unused, above };
};
