import { defineWords } from '../ui/index.ts';

/** A test call, for who helps a site. */
export const callWords = defineWords(
  {
    call: 'Gọi kiểm tra',
    hint: 'Nói chuyện với điểm cầu và xem hình của điểm cầu. Hội nghị và các điểm cầu khác không nghe, không thấy.',
    title: (site: string) => `Gọi kiểm tra ${site}`,
    connecting: 'Đang nối với điểm cầu…',
    open: 'Hai bên đang nghe được nhau, không lên sóng',
    level: 'Tiếng của điểm cầu',
    end: 'Dừng cuộc gọi',
    busy: 'Điểm cầu đang lên hình hoặc đang có lượt phát biểu nên chưa gọi kiểm tra được.',
    over: 'Hội nghị đã kết thúc nên không gọi kiểm tra được nữa.',
  },
  {
    call: 'Test call',
    hint: 'Talk with the site and see its picture. The conference and other sites neither hear nor see it.',
    title: (site) => `Test call with ${site}`,
    connecting: 'Connecting to the site…',
    open: 'Both hear one another, off air',
    level: 'Sound of the site',
    end: 'End the call',
    busy: 'The site is on air or has the floor, so it cannot be called now.',
    over: 'The conference has ended; no site can be called any more.',
  },
);

/** When the caller's own microphone cannot be opened. */
export const noCallMicrophone = {
  code: 'call.no_microphone',
  vi: 'Không mở được micro của máy này. Hãy cắm micro, cho phép trình duyệt dùng micro rồi gọi lại.',
  en: 'The microphone of this computer cannot be opened. Plug it in, allow the browser to use it, then call again.',
};
