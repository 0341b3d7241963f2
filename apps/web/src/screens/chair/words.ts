import { defineWords } from '../../ui/index.ts';

export const chairWords = defineWords(
  {
    picture: 'Hình đang lên ở mọi điểm cầu',
    present: (present: string, invited: string) => `${present} / ${invited} điểm cầu có mặt`,
    delegates: (present: string, summoned: string | null) =>
      `Có mặt ${summoned === null ? present : `${present}/${summoned}`} đại biểu`,
    minutes: (n: string) => `${n}\u00A0phút`,
    waiting: (n: string) => `và ${n} người khác`,
    chosen: 'được chỉ định',
    announceTurn: (who: string, place: string) => `${who}, ${place}, đang phát biểu.`,
    announceNobody: 'Không còn ai phát biểu. Hội trường lên hình.',
    announceLost: (site: string) => `Mất kết nối với ${site}.`,
  },
  {
    picture: 'Picture on air at all sites',
    present: (present, invited) => `${present} / ${invited} sites present`,
    delegates: (present, summoned) => `${summoned === null ? present : `${present}/${summoned}`} delegates present`,
    minutes: (n) => `${n}\u00A0min`,
    waiting: (n) => `and ${n} more`,
    chosen: 'chosen',
    announceTurn: (who, place) => `${who}, ${place}, has the floor.`,
    announceNobody: 'Nobody has the floor. The main hall is on air.',
    announceLost: (site) => `Lost the connection with ${site}.`,
  },
);
