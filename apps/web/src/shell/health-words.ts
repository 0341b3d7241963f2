import { defineWords } from '../ui/index.ts';

/** Words of the state of the system. */
export const healthWords = defineWords(
  {
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
  {
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
);
