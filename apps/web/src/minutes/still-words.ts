import { defineWords } from '../ui/index.ts';

export const stillWords = defineWords(
  {
    programme: 'Chụp ảnh',
    programmeLong: 'Chụp ảnh hình đang lên',
    siteLong: (site: string) => `Chụp ảnh ${site}`,
    siteNone: 'Chụp ảnh ô đang chọn',
    title: 'Chụp ảnh',
    taking: 'Đang chụp…',
    sending: 'Đang gửi ảnh…',
    kept: (time: string, size: string) => `Đã lưu ảnh lúc ${time} (${size}).`,
    again: 'Gửi lại',
    key: 'chụp ảnh',
  },
  {
    programme: 'Take a still',
    programmeLong: 'Take a still of the picture on air',
    siteLong: (site) => `Take a still of ${site}`,
    siteNone: 'Take a still of the chosen tile',
    title: 'Stills',
    taking: 'Taking…',
    sending: 'Sending…',
    kept: (time, size) => `Still kept at ${time} (${size}).`,
    again: 'Send again',
    key: 'still',
  },
);

/** What a page says by itself when there is nothing to take. */
export const noPicture = {
  code: 'still.no_picture',
  vi: 'Chưa có hình để chụp. Hãy chờ hình lên rồi chụp lại.',
  en: 'There is no picture to take yet. Wait for the picture and try again.',
} as const;
