import { defineWords } from '../ui/index.ts';

export const shellWords = defineWords(
  {
    product: 'Điểm Cầu',
    crash: {
      title: 'Trang gặp lỗi ngoài dự kiến',
      body: 'Hội nghị vẫn tiếp tục. Hãy bấm Tải lại để mở lại trang; nếu vẫn vậy, đề nghị báo cán bộ kỹ thuật.',
      reload: 'Tải lại',
      soon: (seconds: number) => `Trang tự tải lại sau ${seconds} giây.`,
      notice: 'Thao tác vừa rồi gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn vậy, hãy tải lại trang.',
    },
  },
  {
    product: 'Điểm Cầu',
    crash: {
      title: 'This page ran into an unexpected error',
      body: 'The conference goes on. Press Reload to open the page again; if it persists, tell a technician.',
      reload: 'Reload',
      soon: (seconds) => `The page reloads by itself in ${seconds} s.`,
      notice: 'The last action ran into an unexpected error. Try again; if it persists, reload the page.',
    },
  },
);
