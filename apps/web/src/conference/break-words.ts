import { defineWords } from '../ui/index.ts';

export const breakWords = defineWords(
  {
    until: (time: string) => `Giải lao – trở lại lúc ${time}`,
    due: (time: string) => `Đã đến giờ trở lại (${time}). Kính mời đại biểu vào chỗ ngồi`,
    left: 'còn',
  },
  {
    until: (time) => `Break – back at ${time}`,
    due: (time) => `It is time to be back (${time}). Please be seated`,
    left: 'left',
  },
);
