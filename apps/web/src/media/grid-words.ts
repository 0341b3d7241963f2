import { defineWords } from '../ui/index.ts';

/** Words in the places of a picture with several sites. */
export const gridWords = defineWords(
  {
    missing: 'Mất kết nối',
    waiting: 'Đang chờ hình',
    speaking: 'ĐANG PHÁT BIỂU',
    unnamed: 'Điểm cầu',
    waitingForContent: 'Đang chờ hình trình chiếu',
    film: 'Phim',
    waitingForFilm: 'Đang chờ phim',
    contentOf: (site: string) => `Trình chiếu: ${site}`,
  },
  {
    missing: 'Disconnected',
    waiting: 'Waiting for the picture',
    speaking: 'SPEAKING',
    unnamed: 'Site',
    waitingForContent: 'Waiting for the content',
    film: 'Film',
    waitingForFilm: 'Waiting for the film',
    contentOf: (site) => `Content: ${site}`,
  },
);
