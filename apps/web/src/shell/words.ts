import { defineWords } from '../ui/index.ts';

export const shellWords = defineWords(
  {
    product: 'Điểm Cầu',
    notFound: {
      title: 'Không có trang này',
      body: 'Đường dẫn có thể đã bị cắt ngắn khi sao chép. Hãy mở lại đúng đường dẫn đã nhận, hoặc về trang chủ.',
      home: 'Về trang chủ',
    },
    crash: {
      title: 'Trang gặp lỗi ngoài dự kiến',
      body: 'Hội nghị vẫn tiếp tục. Hãy bấm Tải lại để mở lại trang; nếu vẫn vậy, đề nghị báo cán bộ kỹ thuật.',
      reload: 'Tải lại',
      soon: (seconds: number) => `Trang tự tải lại sau ${seconds} giây.`,
      notice: 'Thao tác vừa rồi gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn vậy, hãy tải lại trang.',
    },
    health: {
      title: 'Trạng thái hệ thống',
      server: 'Máy chủ',
      database: 'Cơ sở dữ liệu',
      migrations: 'Cấu trúc dữ liệu',
      media: 'Máy chủ hình ảnh, âm thanh',
      ok: 'Hoạt động',
      bad: 'Không hoạt động',
      mediaDown: 'Chương trình, lượt phát biểu vẫn dùng được; hình và tiếng tự trở lại khi máy chủ này chạy lại.',
      checked: (time: string) => `Kiểm tra lúc ${time}, tự làm mới 5 giây một lần.`,
    },
  },
  {
    product: 'Điểm Cầu',
    notFound: {
      title: 'There is no such page',
      body: 'The link may have been cut short when it was copied. Open the link exactly as you received it, or go home.',
      home: 'Go home',
    },
    crash: {
      title: 'This page ran into an unexpected error',
      body: 'The conference goes on. Press Reload to open the page again; if it persists, tell a technician.',
      reload: 'Reload',
      soon: (seconds) => `The page reloads by itself in ${seconds} s.`,
      notice: 'The last action ran into an unexpected error. Try again; if it persists, reload the page.',
    },
    health: {
      title: 'State of the system',
      server: 'Server',
      database: 'Database',
      migrations: 'Data structure',
      media: 'Picture and sound server',
      ok: 'Working',
      bad: 'Not working',
      mediaDown: 'Agenda and floor still work; picture and sound return by themselves once this server runs again.',
      checked: (time) => `Checked at ${time}, again every 5 s.`,
    },
  },
);
