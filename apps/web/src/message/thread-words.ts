import { defineWords } from '../ui/index.ts';

export const threadWords = defineWords(
  {
    desks: { secretary: 'Thư ký', technician: 'Trực kỹ thuật' },
    own: 'Điểm cầu',
    older: 'Xem tin cũ hơn',
    send: 'Gửi',
    sending: 'Đang gửi…',
    stuck: 'Chưa gửi được. Tin được giữ lại và tự gửi khi có mạng.',
    again: 'Gửi lại',
    left: (count: string) => `Còn ${count} ký tự`,
    byKey: 'Ctrl + Enter để gửi',
  },
  {
    desks: { secretary: 'Secretary', technician: 'Technical desk' },
    own: 'Site',
    older: 'Older messages',
    send: 'Send',
    sending: 'Sending…',
    stuck: 'Not sent. It is kept and sent as soon as the line is back.',
    again: 'Send again',
    left: (count) => `${count} characters left`,
    byKey: 'Ctrl + Enter sends',
  },
);
