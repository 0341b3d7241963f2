import { sql } from 'kysely';
import type { Attendance, DelegateKind, MarkedBy, MarkStatus } from '@diemcau/domain/attendance';
import type { ConferenceId, RollCallId } from '@diemcau/domain/kernel';
import type { Db } from '../platform/db/index.ts';
import { writeWorkbook, type Cell, type Sheet } from '../platform/xlsx/index.ts';
import { ofNoRehearsal } from './rehearsals.ts';
import type { AttendingSites, SitePlace, SiteRow } from './sites.ts';

const SITES_A_PAGE = 500;
const DELEGATES_A_PAGE = 2000;

const KINDS: Readonly<Record<DelegateKind, string>> = {
  official: 'Chính thức',
  guest: 'Khách mời',
  substitute: 'Dự thay',
};
const STATUSES: Readonly<Record<MarkStatus, string>> = {
  present: 'Có mặt',
  absent: 'Vắng mặt',
  left: 'Đã về',
  unknown: 'Chưa ghi nhận',
};
const NOTED_BY: Readonly<Record<MarkedBy, string>> = {
  clerk: 'Phụ trách điểm cầu',
  province: 'Cấp tỉnh nhập hộ',
  self: 'Tự điểm danh',
};

const columns = (...list: readonly (readonly [head: string, width: number])[]) =>
  list.map(([head, width]) => ({ head, width }));
const time = (at: Date | null): Cell => at && { time: at.getTime() };

async function* provincePages(sites: AttendingSites, conferenceId: ConferenceId, rollCallId: RollCallId | null) {
  const { provinces, ...all } = await sites.totals(conferenceId, rollCallId);
  const row = (name: string, n: Omit<typeof all, 'rollCallId'>): readonly Cell[] => [
    name,
    n.invited,
    n.answered,
    n.invited - n.answered,
    n.summoned,
    n.present,
  ];
  yield [...provinces.map((province) => row(province.name ?? 'Trung ương', province)), row('Tổng cộng', all)];
}

async function* sitePages(sites: AttendingSites, conferenceId: ConferenceId, rollCall: Attendance['rollCall']) {
  const search = { conferenceId, rollCallId: rollCall?.rollCallId ?? null, q: '', filter: 'all' } as const;
  const answerOf = ({ answered, answeredAt, enteredBy }: SiteRow): readonly Cell[] => {
    if (!answered || !answeredAt || !rollCall) return ['Chưa trả lời', null, ''];
    const isLate = answeredAt.getTime() > rollCall.closesAt;
    return [isLate ? 'Trả lời sau hạn' : 'Đã trả lời', time(answeredAt), enteredBy ?? ''];
  };
  let after: SitePlace | null = null;
  for (let first = 1; ; first += SITES_A_PAGE) {
    const rows: readonly SiteRow[] = await sites.list(search, after, SITES_A_PAGE);
    yield rows.map((row, i): readonly Cell[] => {
      const { code, name, provinceName, summoned, present, headCount, answered, contactName, contactPhone } = row;
      const place: readonly Cell[] = [first + i, code, name, provinceName ?? ''];
      const heads = answered ? headCount : null;
      return [...place, summoned, present, heads, ...answerOf(row), contactName ?? '', contactPhone ?? ''];
    });
    const last = rows.at(-1);
    if (!last || rows.length < SITES_A_PAGE) return;
    after = [last.hall, last.code];
  }
}

type DelegateLine = {
  readonly id: string;
  readonly hall: boolean;
  readonly code: string;
  readonly site: string;
  readonly province: string | null;
  readonly place: number;
  readonly rank: number | null;
  readonly sortKey: string;
  readonly honorific: string;
  readonly name: string;
  readonly position: string | null;
  readonly unit: string | null;
  readonly kind: DelegateKind;
  readonly insteadOf: string | null;
  readonly phone: string | null;
  readonly status: MarkStatus;
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
  readonly reason: string | null;
  readonly notedBy: MarkedBy | null;
};

const delegateLines = async (db: Db, conferenceId: ConferenceId, after: DelegateLine | undefined) => {
  // Before everything: the hall comes first.
  const place = after ?? { hall: true, code: '', place: 0, sortKey: '', id: '00000000-0000-0000-0000-000000000000' };
  const { rows } = await sql<DelegateLine>`
    select d.id, s.hall, s.code, s.name as site, s.province_name as province, coalesce(d.rank, 1000) as place, d.rank,
      d.sort_key as "sortKey", d.honorific, d.name, d.position, d.unit, d.kind, d.phone, d.status, d.reason,
      (select o.honorific || ' ' || o.name from delegate o where o.id = d.substitute_for) as "insteadOf",
      d.arrived_at as "arrivedAt", d.left_at as "leftAt",
      (select m.noted_by from attendance_mark m where m.delegate_id = d.id and ${ofNoRehearsal} order by m.id desc limit 1) as "notedBy"
    from conference_site s
    join delegate d on d.conference_id = s.conference_id and d.site_id = s.site_id and d.removed_at is null
    where s.conference_id = ${conferenceId}
      and (not s.hall, s.code, coalesce(d.rank, 1000), d.sort_key, d.id)
        > (${!place.hall}::boolean, ${place.code}::text, ${place.place}::int, ${place.sortKey}::text, ${place.id}::uuid)
    order by not s.hall, s.code, coalesce(d.rank, 1000), d.sort_key, d.id
    limit ${DELEGATES_A_PAGE}`.execute(db);
  return rows;
};

const delegateCells = (d: DelegateLine, n: number): readonly Cell[] => {
  const place: readonly Cell[] = [n, d.code, d.site, d.province ?? '', d.rank];
  const role: readonly Cell[] = [KINDS[d.kind], d.insteadOf ?? '', d.phone ?? ''];
  const notedBy = d.notedBy ? NOTED_BY[d.notedBy] : '';
  const marked: readonly Cell[] = [STATUSES[d.status], time(d.arrivedAt), time(d.leftAt), d.reason ?? '', notedBy];
  return [...place, d.honorific, d.name, d.position ?? '', d.unit ?? '', ...role, ...marked];
};

async function* delegatePages(db: Db, conferenceId: ConferenceId) {
  let last: DelegateLine | undefined;
  for (let first = 1; ; first += DELEGATES_A_PAGE) {
    const rows = await delegateLines(db, conferenceId, last);
    yield rows.map((line, i) => delegateCells(line, first + i));
    last = rows.at(-1);
    if (rows.length < DELEGATES_A_PAGE) return;
  }
}

const SITE_COLUMNS = columns(
  ['STT', 6],
  ['Mã', 10],
  ['Điểm cầu', 30],
  ['Tỉnh, thành phố', 24],
  ['Triệu tập', 10],
  ['Có mặt', 10],
  ['Số người đếm được', 12],
  ['Trả lời điểm danh', 18],
  ['Thời điểm trả lời', 17],
  ['Đơn vị nhập hộ', 24],
  ['Người liên hệ', 24],
  ['Điện thoại', 16],
);
const DELEGATE_COLUMNS = columns(
  ['STT', 6],
  ['Mã điểm cầu', 12],
  ['Điểm cầu', 26],
  ['Tỉnh, thành phố', 24],
  ['Thứ tự trong đoàn', 10],
  ['Danh xưng', 12],
  ['Họ và tên', 26],
  ['Chức vụ', 34],
  ['Đơn vị', 34],
  ['Loại đại biểu', 12],
  ['Dự thay', 26],
  ['Điện thoại', 16],
  ['Tình trạng', 14],
  ['Đến lúc', 17],
  ['Về lúc', 17],
  ['Lý do vắng', 26],
  ['Người ghi nhận', 18],
);

/** The office's workbook (N10). A server writes one at a time: the next waits. */
export const createReport = (db: Db, sites: AttendingSites) => {
  let writing: Promise<unknown> = Promise.resolve();
  return (conferenceId: ConferenceId, rollCall: Attendance['rollCall']): Promise<Buffer> => {
    const summary = columns(['Tỉnh, thành phố', 30], ['Điểm cầu mời', 12], ['Đã trả lời', 12], ['Chưa trả lời', 12]);
    const sheets: readonly Sheet[] = [
      {
        name: 'Tổng hợp',
        columns: [...summary, ...columns(['Đại biểu triệu tập', 12], ['Có mặt', 12])],
        pages: provincePages(sites, conferenceId, rollCall?.rollCallId ?? null),
      },
      { name: 'Điểm cầu', columns: SITE_COLUMNS, pages: sitePages(sites, conferenceId, rollCall) },
      { name: 'Đại biểu', columns: DELEGATE_COLUMNS, pages: delegatePages(db, conferenceId) },
    ];
    const written = writing.then(() => writeWorkbook(sheets));
    writing = written.catch(() => undefined);
    return written;
  };
};
export type WriteReport = ReturnType<typeof createReport>;
