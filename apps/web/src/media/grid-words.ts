import { defineWords } from '../ui/index.ts';

/** Words in the places of a picture with several sites. */
export const gridWords = defineWords(
  {
    missing: 'Mất kết nối',
    waiting: 'Đang chờ hình',
    speaking: 'ĐANG PHÁT BIỂU',
    unnamed: 'Điểm cầu',
  },
  { missing: 'Disconnected', waiting: 'Waiting for the picture', speaking: 'SPEAKING', unnamed: 'Site' },
);
