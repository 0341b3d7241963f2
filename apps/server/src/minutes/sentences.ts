import { MOSAIC_PLACES, sitesNamed, type SiteLine, type SpeechKind, type TitleCardKind } from '@diemcau/domain/kernel';
import type { Called, EntryOf, RecordEntry, RecordNames } from '@diemcau/domain/minutes';

const SPEECH_KINDS: Readonly<Record<SpeechKind, string>> = {
  report: 'Báo cáo',
  paper: 'Tham luận',
  discussion: 'Thảo luận',
  response: 'Tiếp thu, giải trình',
  directive: 'Phát biểu chỉ đạo',
  conclusion: 'Kết luận',
  pointOfOrder: 'Ý kiến về trình tự',
};
const ENDS: Readonly<Record<NonNullable<EntryOf<'speech'>['ended']>, string>> = {
  ended: 'kết thúc',
  next: 'chuyển lượt tiếp theo',
  paused: 'kết thúc do tạm dừng',
  closed: 'kết thúc cùng hội nghị',
};
const CAUSES: Readonly<Record<EntryOf<'cut'>['cause'], string>> = {
  operator: 'đạo diễn hình',
  floor: 'theo lượt phát biểu',
  phase: 'theo tiến trình hội nghị',
  line: 'do đường truyền',
};
const ROWS: Readonly<Record<EntryOf<'row'>['rowKind'], string>> = {
  speech: 'phát biểu',
  opening: 'khai mạc',
  introduction: 'giới thiệu đại biểu',
  rollCall: 'điểm danh',
  discussion: 'thảo luận',
  break: 'giải lao',
  resume: 'tiếp tục',
  closing: 'bế mạc',
  words: 'lời dẫn',
};
const ROW_ACTS: Readonly<Record<EntryOf<'row'>['as'], string>> = {
  done: 'Thực hiện mục kịch bản',
  held: 'Tạm hoãn mục kịch bản',
  skipped: 'Bỏ qua mục kịch bản',
  waiting: 'Đưa lại mục kịch bản',
};
const CARDS: Readonly<Record<TitleCardKind, string>> = {
  conference: 'bảng tên hội nghị',
  break: 'bảng thông báo giải lao',
  emblem: 'biểu trưng',
};
const SENT: Readonly<Record<SiteLine['up'], string>> = {
  full: 'gửi đủ hình và tiếng',
  small: 'gửi hình nhỏ',
  still: 'gửi hình tĩnh',
  sound: 'chỉ gửi tiếng',
};
const RECEIVED: Readonly<Record<SiteLine['down'], string>> = {
  full: 'nhận đủ',
  small: 'nhận hình nhỏ',
  still: 'nhận hình tĩnh',
  sound: 'chỉ nhận tiếng',
  text: 'chỉ nhận chữ',
};
const LINE_ENDS: Readonly<Record<NonNullable<EntryOf<'line'>['ended']>, string>> = {
  good: 'đường truyền tốt trở lại',
  offAir: 'thôi lên hình',
};
const CONTENTS: Readonly<Record<EntryOf<'content'>['from'], string>> = {
  camera: 'camera thứ hai',
  screen: 'màn hình máy tính',
};
const CONTENT_ENDS: Readonly<Record<NonNullable<EntryOf<'content'>['ended']>, string>> = {
  hand: 'kết thúc',
  right: 'kết thúc cùng lượt phát biểu',
  missing: 'mất hình trình chiếu',
  replaced: 'nhường điểm cầu đang phát biểu trình chiếu',
  closed: 'kết thúc cùng hội nghị',
};
const FILM_ENDS: Readonly<Record<NonNullable<EntryOf<'film'>['ended']>, string>> = {
  hand: 'kết thúc',
  missing: 'mất hình phim',
  closed: 'kết thúc cùng hội nghị',
};
const NO_NAME = 'Chưa ghi tên';

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
export const timeText = (at: number): string => clock.format(at);
export const dateText = (at: number): string => day.format(at);
/** MM:SS, or H:MM:SS from an hour on. */
export const lengthText = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
};

export const speechKindText = (kind: SpeechKind): string => SPEECH_KINDS[kind];
const calledText = ({ honorific, name, position }: Called): string =>
  `${honorific} ${name}${position === '' ? '' : `, ${position}`}`;

/** The record in sentences of an office, for its workbook and its PDF. */
export const sentencesOf = (names: RecordNames) => {
  const people = new Map(names.people.map((person) => [person.speakerId, person]));
  const sites = new Map(names.sites.map((site) => [site.siteId, site.name]));
  type Ids = { readonly speakerId?: EntryOf<'speech'>['speakerId']; readonly siteId: EntryOf<'speech'>['siteId'] };
  const personOf = (speakerId: Ids['speakerId']) => (speakerId ? people.get(speakerId) : undefined);
  const site = (siteId: Ids['siteId']): string => sites.get(siteId) ?? 'điểm cầu không còn trong danh sách';
  const person = (speakerId: Ids['speakerId']): string => {
    const found = personOf(speakerId);
    return found ? calledText(found) : NO_NAME;
  };

  const speech = (entry: EntryOf<'speech'>): string => {
    const { speechKind, speakerId, siteId, formerSpeakers, interruptions, returns, takenBackAt, ended, requestId } =
      entry;
    const subject = requestId ? names.subjects[requestId] : undefined;
    const parts = [
      `${SPEECH_KINDS[speechKind]}: ${person(speakerId)} (${site(siteId)})`,
      ...(subject ? [`nội dung: ${subject}`] : []),
      ...formerSpeakers.map((former) => `trước đó ghi là ${person(former.speakerId)}`),
      ...interruptions.map(({ at, resumedAt }) =>
        resumedAt === null
          ? `gián đoạn lúc ${timeText(at)}`
          : `gián đoạn từ ${timeText(at)} đến ${timeText(resumedAt)}`,
      ),
      ...returns.map(({ at }) => `tiếp tục lại lúc ${timeText(at)}`),
      ...(takenBackAt === null ? [] : [`mời nhầm, đã hủy lúc ${timeText(takenBackAt)}`]),
      ...(ended === null ? [] : [ENDS[ended]]),
    ];
    return parts.join('; ');
  };

  const correction = ({ speakerId, seq }: EntryOf<'correction'>): string => {
    const found = personOf(speakerId);
    const at = found?.former.findIndex(
      ({ fromSeq, toSeq }) => fromSeq !== null && fromSeq <= seq && seq <= (toSeq ?? 0),
    );
    const before = at === undefined || at < 0 ? undefined : found?.former[at];
    const after = at === undefined || at < 0 ? found : (found?.former[at + 1] ?? found);
    if (!after) return 'Đính chính cách ghi tên';
    return before
      ? `Đính chính: “${calledText(before)}” sửa thành “${calledText(after)}”`
      : `Đính chính: ${calledText(after)}`;
  };

  const picture = ({ source, layout }: EntryOf<'cut'>): string => {
    const camera = source.kind === 'site' && source.sourceId ? names.sources[source.sourceId] : undefined;
    const of = source.kind === 'site' ? site(source.siteId) : CARDS.conference;
    const one = camera === undefined ? of : `${of} – ${camera}`;
    switch (layout.kind) {
      case 'one':
        return one;
      case 'hallBeside':
        return `hội trường cạnh ${one}`;
      case 'content':
        return `trình chiếu cùng ${one}`;
      case 'title':
        return CARDS[layout.card];
      case 'mosaic4':
      case 'mosaic9':
        return `lưới ${MOSAIC_PLACES[layout.kind]} hình: ${sitesNamed(layout).map(site).join(', ')}`;
    }
  };

  const takenBack = (at: number | null) => (at === null ? '' : `; đã hủy lúc ${timeText(at)}`);

  const polling = ({ mode, shown, passedOver }: EntryOf<'polling'>): string => {
    const sites = shown.map(({ siteId, times }) => (times === 1 ? site(siteId) : `${site(siteId)} (${times} lần)`));
    const missing = passedOver.length === 0 ? '' : `; bỏ qua vì mất kết nối: ${passedOver.map(site).join(', ')}`;
    const what = mode === 'rollCall' ? 'Điểm danh lên hình' : 'Quét điểm cầu lên hình';
    return `${what}: ${sites.length === 0 ? 'chưa điểm cầu nào' : sites.join(', ')}${missing}`;
  };

  const until = (endedAt: number | null, how: string | null) =>
    endedAt === null || how === null ? '' : `; ${how} lúc ${timeText(endedAt)}`;

  const content = ({ siteId, from, endedAt, ended }: EntryOf<'content'>): string =>
    `Trình chiếu: ${site(siteId)} (${CONTENTS[from]})${until(endedAt, ended && CONTENT_ENDS[ended])}`;

  const film = ({ filmId, endedAt, ended }: EntryOf<'film'>): string => {
    const title = names.films[filmId];
    return `Chiếu phim${title ? `: ${title}` : ''}${until(endedAt, ended && FILM_ENDS[ended])}`;
  };

  const weakLine = ({ siteId, lines, endedAt, ended }: EntryOf<'line'>): string => {
    const steps = lines.map(({ at, line }) => `từ ${timeText(at)} ${SENT[line.up]}, ${RECEIVED[line.down]}`);
    const end = ended === null || endedAt === null ? [] : [`${LINE_ENDS[ended]} lúc ${timeText(endedAt)}`];
    return `Đường truyền yếu: ${site(siteId)}; ${[...steps, ...end].join('; ')}`;
  };

  const sentence = (entry: RecordEntry): string => {
    switch (entry.kind) {
      case 'opened':
        return 'Khai mạc hội nghị';
      case 'paused':
        return entry.returnsAt === null
          ? 'Tạm dừng hội nghị'
          : `Tạm dừng hội nghị, dự kiến tiếp tục lúc ${timeText(entry.returnsAt)}`;
      case 'resumed':
        return 'Tiếp tục hội nghị';
      case 'closed':
        return 'Bế mạc hội nghị';
      case 'item':
        return `Nội dung: ${(entry.itemId && names.titles[entry.itemId]) || 'không có tiêu đề'}${takenBack(entry.takenBackAt)}`;
      case 'speech':
        return speech(entry);
      case 'cut':
        return `Lên hình: ${picture(entry)} (${CAUSES[entry.cause]})`;
      case 'polling':
        return polling(entry);
      case 'content':
        return content(entry);
      case 'film':
        return film(entry);
      case 'rollCall':
        return entry.closedAt === null
          ? `Điểm danh điểm cầu, hạn ${timeText(entry.closesAt)}`
          : `Điểm danh điểm cầu, hạn ${timeText(entry.closesAt)}, kết thúc lúc ${timeText(entry.closedAt)}`;
      case 'row': {
        const who = entry.siteId === null ? '' : ` – ${person(entry.speakerId)} (${site(entry.siteId)})`;
        return `${ROW_ACTS[entry.as]}: ${ROWS[entry.rowKind]}${who}${takenBack(entry.takenBackAt)}`;
      }
      case 'missing':
        return `Mất kết nối: ${site(entry.siteId)}${entry.backAt === null ? '' : `, có lại lúc ${timeText(entry.backAt)}`}`;
      case 'line':
        return weakLine(entry);
      case 'silenced':
        return `Tắt micro: ${entry.siteIds.map(site).join(', ')}`;
      case 'unsilenced':
        return `Mở lại micro: ${site(entry.siteId)}`;
      case 'correction':
        return correction(entry);
    }
  };
  return { sentence, person, site, personOf };
};
export type Sentences = ReturnType<typeof sentencesOf>;

/** How long it took, of what has an end. */
export const entryLength = (entry: RecordEntry): number | null => {
  if (entry.kind === 'speech') return entry.lengthMs;
  if (entry.kind === 'item' || entry.kind === 'content' || entry.kind === 'film')
    return entry.endedAt === null ? null : entry.endedAt - entry.at;
  if (entry.kind === 'paused') return entry.resumedAt === null ? null : entry.resumedAt - entry.at;
  return null;
};
