import { defineWords } from '../ui/index.ts';

/** Words of what waits for a line. */
export const unsentWords = defineWords(
  {
    tag: 'Chưa gửi',
    edits: (count: string) => `${count} thay đổi danh sách đại biểu`,
    marks: (count: string) => `${count} lần ghi điểm danh`,
    heads: (count: string) => `số đại biểu có mặt: ${count}`,
    kept: (what: string) => `Mất mạng, đang giữ trên máy này: ${what}. Có mạng là tự gửi.`,
    send: 'Gửi ngay',
  },
  {
    tag: 'Not sent yet',
    edits: (count) => `${count} changes of the roster`,
    marks: (count) => `${count} marks of attendance`,
    heads: (count) => `delegates present: ${count}`,
    kept: (what) => `No line; kept on this device: ${what}. It is sent by itself once there is a line.`,
    send: 'Send now',
  },
);
