import { defineWords } from '../ui/index.ts';

/** Words for an address that leads nowhere. */
export const notFoundWords = defineWords(
  {
    title: 'Không có trang này',
    body: 'Đường dẫn có thể đã bị cắt ngắn khi sao chép. Hãy mở lại đúng đường dẫn đã nhận, hoặc về trang chủ.',
    home: 'Về trang chủ',
  },
  {
    title: 'There is no such page',
    body: 'The link may have been cut short when it was copied. Open the link exactly as you received it, or go home.',
    home: 'Go home',
  },
);
