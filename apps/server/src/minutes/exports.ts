import type { Absentee, AttendanceTotals } from '@diemcau/domain/attendance';
import type { ConferenceId } from '@diemcau/domain/kernel';
import {
  NOTE_LIMIT,
  summarise,
  type EntryOf,
  type Note,
  type RecordEntry,
  type Summary,
} from '@diemcau/domain/minutes';
import { writePdf, type PdfBlock, type PdfColumn, type PdfDocument } from '../platform/pdf/index.ts';
import { writeWorkbook, type Cell, type Sheet } from '../platform/xlsx/index.ts';
import { momentsOf } from './moments.ts';
import type { Notes } from './notes.ts';
import type { About, RecordPorts } from './ports.ts';
import { namesOf, type ReadRecord } from './records.ts';
import {
  dateText,
  entryLength,
  lengthText,
  sentencesOf,
  speechKindText,
  timeText,
  type Sentences,
} from './sentences.ts';

type Parts = { readonly readRecord: ReadRecord; readonly notes: Notes; readonly ports: RecordPorts };
type Whole = {
  readonly about: About;
  readonly entries: readonly RecordEntry[];
  readonly summary: Summary;
  readonly words: Sentences;
  readonly notes: readonly Note[];
  readonly attendance: AttendanceTotals;
  readonly absentees: readonly Absentee[];
};
type Speech = EntryOf<'speech'>;

/** Most absentees in a file: a room of 300 at each site of a province; the workbook of the attendance has all. */
const MAX_ABSENT = 20_000;

const absent = async (pages: AsyncIterable<readonly Absentee[]>): Promise<readonly Absentee[]> => {
  const all: Absentee[] = [];
  for await (const page of pages) {
    all.push(...page);
    if (all.length >= MAX_ABSENT) break;
  }
  return all;
};

const readWhole = async (parts: Parts, conferenceId: ConferenceId): Promise<Whole | null> => {
  const { readRecord, notes, ports } = parts;
  const { byChange, rehearsals } = await readRecord(conferenceId);
  const [about, written, attendance, absentees] = await Promise.all([
    ports.about(conferenceId),
    notes.since(conferenceId, 0, NOTE_LIMIT, momentsOf(rehearsals)),
    ports.attendance(conferenceId),
    absent(ports.absentees(conferenceId)),
  ]);
  if (!about) return null;
  const entries = byChange.toSorted((a, b) => a.seq - b.seq);
  const words = sentencesOf(await namesOf(ports.names, entries));
  const stands = written.toSorted((a, b) => a.at - b.at);
  return { about, entries, summary: summarise(entries), words, notes: stands, attendance, absentees };
};

async function* once(rows: readonly (readonly Cell[])[]) {
  yield rows;
}
const sheet = (
  name: string,
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly Cell[])[],
): Sheet => ({
  name,
  columns: columns.map(([head, width]) => ({ head, width })),
  pages: once(rows),
});
const time = (at: number | null): Cell => (at === null ? null : { time: at });
const speechesOf = (entries: readonly RecordEntry[]) =>
  entries.filter((entry): entry is Speech => entry.kind === 'speech' && entry.takenBackAt === null);
const noteKind = ({ kind }: Note) => (kind === 'recommendation' ? 'Kiến nghị' : 'Ghi chú');
const formerText = ({ former }: Pick<Note, 'former'>) =>
  former.map(({ text, until }) => `${timeText(until)}: “${text}”`).join('; ');
const placeOf = ({ raisedBy, siteName }: Note) => [raisedBy, siteName].filter((part) => part !== null).join(' – ');

const sheetsOf = ({ entries, summary, words, notes, absentees }: Whole): readonly Sheet[] => {
  const length = (ms: number | null): Cell => (ms === null ? '' : lengthText(ms));
  const line = (entry: RecordEntry): readonly Cell[] => [
    time(entry.at),
    words.sentence(entry),
    length(entryLength(entry)),
  ];
  const speech = (one: Speech, n: number): readonly Cell[] => {
    const person = words.personOf(one.speakerId);
    const called: readonly Cell[] = [person?.honorific ?? '', person?.name ?? '', person?.position ?? ''];
    const times: readonly Cell[] = [time(one.startedAt ?? one.at), time(one.endedAt), length(one.lengthMs)];
    return [
      n + 1,
      ...called,
      words.site(one.siteId),
      speechKindText(one.speechKind),
      ...times,
      one.interruptions.length,
    ];
  };
  const noteRow = (note: Note): readonly Cell[] => [
    time(note.at),
    noteKind(note),
    note.text,
    note.raisedBy ?? '',
    note.siteName ?? '',
    note.withdrawnAt === null ? '' : 'Đã rút',
    formerText(note),
  ];
  return [
    sheet(
      'Diễn biến',
      [
        ['Thời điểm', 18],
        ['Nội dung', 90],
        ['Thời lượng', 12],
      ],
      entries.map(line),
    ),
    sheet(
      'Phát biểu',
      [
        ['STT', 6],
        ['Danh xưng', 12],
        ['Họ và tên', 28],
        ['Chức vụ', 40],
        ['Điểm cầu', 30],
        ['Hình thức', 20],
        ['Bắt đầu', 18],
        ['Kết thúc', 18],
        ['Thời lượng', 12],
        ['Số lần gián đoạn', 10],
      ],
      speechesOf(entries).map(speech),
    ),
    sheet(
      'Theo điểm cầu',
      [
        ['Điểm cầu', 36],
        ['Số lượt phát biểu', 12],
        ['Tổng thời lượng', 14],
        ['Số lần gián đoạn', 12],
      ],
      summary.sites.map((one) => [words.site(one.siteId), one.speeches, lengthText(one.ms), one.interruptions]),
    ),
    sheet(
      'Ý kiến – kiến nghị',
      [
        ['Thời điểm', 18],
        ['Loại', 12],
        ['Nội dung', 80],
        ['Người nêu', 34],
        ['Điểm cầu', 30],
        ['Tình trạng', 12],
        ['Các nội dung trước khi sửa', 60],
      ],
      notes.map(noteRow),
    ),
    sheet(
      'Đại biểu vắng',
      [
        ['STT', 6],
        ['Danh xưng', 12],
        ['Họ và tên', 28],
        ['Chức vụ', 40],
        ['Điểm cầu', 30],
        ['Tỉnh, thành phố', 26],
        ['Lý do vắng', 40],
        ['Người dự thay', 28],
      ],
      absentees.map((one, n) => [
        n + 1,
        one.honorific,
        one.name,
        one.position ?? '',
        one.site,
        one.province ?? 'Trung ương',
        one.reason ?? '',
        one.substitute ?? '',
      ]),
    ),
  ];
};

/** On paper a cut that follows the floor or a phase is left out: the speech or the phase stands beside it. */
const isOnPaper = (entry: RecordEntry): boolean =>
  entry.kind !== 'row' && (entry.kind !== 'cut' || entry.cause === 'operator' || entry.cause === 'line');

const lineColumns: readonly PdfColumn[] = [
  { head: 'Thời điểm', width: 54 },
  { head: 'Nội dung', width: '*' },
  { head: 'Thời lượng', width: 56, numbers: true },
];

const timeLine = ({ entries, words, notes }: Whole): readonly (readonly string[])[] => {
  const happened = entries.filter(isOnPaper).map((entry) => {
    const ms = entryLength(entry);
    const row = [timeText(entry.at), words.sentence(entry), ms === null ? '' : lengthText(ms)];
    return {
      at: entry.at,
      row: entry.kind === 'item' ? [`${row[0]}  ${row[1]}${ms === null ? '' : ` (${row[2]})`}`] : row,
    };
  });
  const noted = notes
    .filter(({ kind, withdrawnAt }) => kind === 'note' && withdrawnAt === null)
    .map(({ at, text }) => ({ at, row: [timeText(at), `Ghi chú: ${text}`, ''] }));
  return [...happened, ...noted].toSorted((a, b) => a.at - b.at).map(({ row }) => row);
};

const speechTable = ({ entries, words }: Whole): PdfBlock => ({
  kind: 'table',
  columns: [
    { head: 'STT', width: 24, numbers: true },
    { head: 'Người phát biểu', width: '*' },
    { head: 'Điểm cầu', width: 110 },
    { head: 'Bắt đầu', width: 48 },
    { head: 'Thời lượng', width: 54, numbers: true },
  ],
  rows: speechesOf(entries).map((one, i) => [
    String(i + 1),
    `${words.person(one.speakerId)} – ${speechKindText(one.speechKind).toLowerCase()}`,
    words.site(one.siteId),
    timeText(one.startedAt ?? one.at),
    one.lengthMs === null ? '' : lengthText(one.lengthMs),
  ]),
});

const recommendations = ({ notes }: Whole): readonly PdfBlock[] => {
  const raised = notes.filter(({ kind, withdrawnAt }) => kind === 'recommendation' && withdrawnAt === null);
  if (raised.length === 0) return [];
  const columns: readonly PdfColumn[] = [
    { head: 'STT', width: 24, numbers: true },
    { head: 'Nội dung', width: '*' },
    { head: 'Người nêu, điểm cầu', width: 130 },
  ];
  const rows = raised.map((note, i) => {
    const corrected = note.former.length === 0 ? '' : ` (đã sửa; trước: ${formerText(note)})`;
    return [String(i + 1), `${note.text}${corrected}`, placeOf(note)];
  });
  return [
    { kind: 'heading', text: 'Ý kiến, kiến nghị' },
    { kind: 'table', columns, rows },
  ];
};

/** On paper nobody reads thousands: the workbook has them all. */
const ABSENT_ON_PAPER = 500;

const absence = ({ reason, substitute }: Absentee): string =>
  [reason ?? '', substitute === null ? '' : `dự thay: ${substitute}`].filter((part) => part !== '').join('; ');

const absentTable = ({ absentees }: Whole): readonly PdfBlock[] => {
  if (absentees.length === 0) return [];
  const columns: readonly PdfColumn[] = [
    { head: 'STT', width: 24, numbers: true },
    { head: 'Đại biểu', width: '*' },
    { head: 'Điểm cầu', width: 130 },
    { head: 'Lý do, người dự thay', width: 130 },
  ];
  const rows = absentees.slice(0, ABSENT_ON_PAPER).map((one, i) => {
    const who = `${one.honorific} ${one.name}`;
    return [String(i + 1), one.position === null ? who : `${who}, ${one.position}`, one.site, absence(one)];
  });
  const more = absentees.length - rows.length;
  return [
    { kind: 'heading', text: 'Đại biểu vắng mặt' },
    { kind: 'table', columns, rows },
    ...(more > 0
      ? [{ kind: 'text', text: `Và ${more.toLocaleString('vi-VN')} đại biểu khác, ghi trong bảng tính.` } as const]
      : []),
  ];
};

const documentOf = (whole: Whole): PdfDocument => {
  const { about, summary, attendance } = whole;
  const { openedAt, closedAt, speeches, speechMs, people, sites } = summary;
  const from = openedAt ?? about.startsAt;
  const until = closedAt === null ? '' : ` đến ${timeText(closedAt)}`;
  const count = (n: number) => n.toLocaleString('vi-VN');
  const facts: readonly (readonly [string, string])[] = [
    ['Thời gian', `từ ${timeText(from)}${until}, ngày ${dateText(from)}`],
    ['Địa điểm', `${about.hallName} và ${count(about.invited)} điểm cầu trực tuyến`],
    ['Đại biểu có mặt', `${count(attendance.present)}/${count(attendance.summoned)} đại biểu triệu tập`],
    ['Điểm cầu trả lời điểm danh', `${count(attendance.answered)}/${count(attendance.invited)}`],
    [
      'Phát biểu',
      `${count(speeches)} lượt, ${count(people.length)} người, ${count(sites.length)} điểm cầu, ${lengthText(speechMs)}`,
    ],
  ];
  return {
    title: `Diễn biến ${about.name}`,
    foot: `Diễn biến – ${about.name}`,
    blocks: [
      { kind: 'title', over: about.unitName, text: 'DIỄN BIẾN HỘI NGHỊ', under: about.name },
      { kind: 'facts', facts },
      { kind: 'heading', text: 'Diễn biến' },
      { kind: 'table', columns: lineColumns, rows: timeLine(whole) },
      { kind: 'heading', text: 'Phát biểu' },
      speeches === 0 ? { kind: 'text', text: 'Không có phát biểu.' } : speechTable(whole),
      ...recommendations(whole),
      ...absentTable(whole),
    ],
  };
};

/** The record as files (K13). A server writes one at a time: the next waits. */
export const createExports = (parts: Parts) => {
  let writing: Promise<unknown> = Promise.resolve();
  const written = (write: (whole: Whole) => Promise<Buffer>) => async (conferenceId: ConferenceId) => {
    const whole = await readWhole(parts, conferenceId);
    if (!whole) return null;
    const file = writing.then(() => write(whole));
    writing = file.catch(() => undefined);
    return { name: whole.about.name, file: await file };
  };
  return {
    xlsx: written((whole) => writeWorkbook(sheetsOf(whole))),
    pdf: written((whole) => writePdf(documentOf(whole))),
  };
};
export type WriteExports = ReturnType<typeof createExports>;
