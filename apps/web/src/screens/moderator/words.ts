import { defineWords } from '../../ui/index.ts';

export const moderatorWords = defineWords(
  {
    byChair: 'Theo chỉ đạo của chủ trì',
    picture: 'Hình đang lên ở mọi điểm cầu',
    titleCard: 'Bảng tên hội nghị',
    otherPicture: (site: string) => `Đạo diễn hình đang cho xem ${site}.`,
    titlePicture: 'Đạo diễn hình đang cho xem bảng tên hội nghị.',
    speaking: (who: string, site: string) => `${who}, ${site}, đang phát biểu.`,
    hallOnAir: 'Không còn ai phát biểu. Hội trường lên hình.',
    lost: (site: string) => `Mất kết nối với ${site}. Hội trường đang lên hình.`,
    back: (site: string) => `${site} đã kết nối lại. Bấm R để tiếp tục lượt.`,
    keys: { next: 'Tiếp', end: 'Kết thúc', takeBack: 'Thu hồi', resume: 'Tiếp tục lượt' },
  },
  {
    byChair: "On the chair's direction",
    picture: 'Picture on air at all sites',
    titleCard: 'Title card',
    otherPicture: (site) => `The vision operator shows ${site}.`,
    titlePicture: 'The vision operator shows the title card.',
    speaking: (who, site) => `${who}, ${site}, has the floor.`,
    hallOnAir: 'Nobody has the floor. The main hall is on air.',
    lost: (site) => `Lost the connection with ${site}. The main hall is on air.`,
    back: (site) => `${site} is connected again. Press R to resume the turn.`,
    keys: { next: 'Next', end: 'End', takeBack: 'Take back', resume: 'Resume' },
  },
);
