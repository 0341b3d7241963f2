import { defineWords } from '../ui/index.ts';

/** Words of choosing how much goes through the line. */
export const stepChoiceWords = defineWords(
  {
    label: 'Hình, tiếng qua đường truyền',
    most: {
      auto: 'Tự động theo đường truyền',
      full: 'Đủ hình và tiếng',
      small: 'Nhiều nhất là hình nhỏ',
      still: 'Nhiều nhất là hình tĩnh và tiếng',
      sound: 'Chỉ tiếng',
      text: 'Chỉ chữ, không nghe tiếng',
    },
    full: 'Đang nhận và gửi đủ hình, tiếng.',
    now: (received: string, sent: string) => `Đang nhận ${received}; gửi ${sent}.`,
    received: {
      full: 'đủ hình, tiếng',
      small: 'hình nhỏ và tiếng',
      still: 'hình tĩnh vài giây một lần và tiếng',
      sound: 'tiếng, không có hình',
      text: 'chữ, không có tiếng',
    },
    sent: {
      full: 'đủ hình, tiếng',
      small: 'hình nhỏ và tiếng',
      still: 'hình tĩnh vài giây một lần và tiếng',
      sound: 'tiếng, không có hình',
    },
  },
  {
    label: 'Picture and sound through the line',
    most: {
      auto: 'By itself, as the line allows',
      full: 'Picture and sound in full',
      small: 'A small picture at most',
      still: 'Still pictures and sound at most',
      sound: 'Sound alone',
      text: 'Words alone, without sound',
    },
    full: 'Picture and sound come and go in full.',
    now: (received, sent) => `Comes: ${received}; goes: ${sent}.`,
    received: {
      full: 'picture and sound in full',
      small: 'a small picture and sound',
      still: 'a still picture every few seconds, and sound',
      sound: 'sound without a picture',
      text: 'words without sound',
    },
    sent: {
      full: 'picture and sound in full',
      small: 'a small picture and sound',
      still: 'a still picture every few seconds, and sound',
      sound: 'sound without a picture',
    },
  },
);
