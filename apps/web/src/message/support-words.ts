import { defineWords } from '../ui/index.ts';

export const supportMessageWords = defineWords(
  {
    title: 'Tin nhắn với Trực kỹ thuật',
    unread: (count: string) => `${count} chưa đọc`,
    begin: 'Nhắn cho Trực kỹ thuật',
    quiet: 'Hỏi về máy, đường truyền, cách kết nối. Việc gấp hãy bấm “Cần hỗ trợ”.',
    field: 'Nội dung gửi Trực kỹ thuật',
    thread: 'Tin nhắn giữa điểm cầu và Trực kỹ thuật',
    read: (time: string) => `Trực kỹ thuật đã xem lúc ${time}`,
  },
  {
    title: 'Messages with the technical desk',
    unread: (count) => `${count} unread`,
    begin: 'Write to the technical desk',
    quiet: 'For questions of devices, line and connection. If it is urgent, press “Ask for help”.',
    field: 'To the technical desk',
    thread: 'Messages between this site and the technical desk',
    read: (time) => `Seen by the technical desk at ${time}`,
  },
);
