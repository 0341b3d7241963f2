import { defineWords } from '../../ui/index.ts';

export const secretaryWords = defineWords(
  {
    picture: 'Hình đang lên ở mọi điểm cầu',
    now: 'Lúc này',
    item: 'Mục chương trình',
    noItem: 'Chưa vào mục nào',
    next: 'Tiếp theo',
    nobody: 'Chưa xác định',
    record: 'Diễn biến hội nghị',
    page: 'Trang diễn biến',
    parts: { label: 'Việc của Thư ký', rollCall: 'Điểm danh', messages: 'Tin nhắn' },
    unread: (count: string) => `${count} tin chưa đọc`,
    speaking: (who: string, site: string) => `${who}, ${site}, đang phát biểu.`,
    hallOnAir: 'Không còn ai phát biểu. Hội trường lên hình.',
  },
  {
    picture: 'Picture on air at all sites',
    now: 'Now',
    item: 'Agenda item',
    noItem: 'No item yet',
    next: 'Next',
    nobody: 'Not known yet',
    record: 'The conference as it goes',
    page: 'Record page',
    parts: { label: 'Parts of the desk', rollCall: 'Roll call', messages: 'Messages' },
    unread: (count) => `${count} unread messages`,
    speaking: (who, site) => `${who}, ${site}, has the floor.`,
    hallOnAir: 'Nobody has the floor. The main hall is on air.',
  },
);
