import { defineWords } from '../../ui/index.ts';

export const firstWords = defineWords(
  {
    title: 'Tạo tài khoản quản trị đầu tiên',
    body: 'Tài khoản này quản trị toàn hệ thống: tạo hội nghị, chọn điểm cầu, cấp đường dẫn. Đường dẫn tạo tài khoản chỉ dùng được một lần.',
    incompleteTitle: 'Đường dẫn chưa đủ',
    incomplete: 'Phần cuối của đường dẫn đã bị cắt mất. Hãy mở nguyên vẹn đường dẫn mà cửa sổ chạy máy chủ đã in ra.',
    signIn: 'Đã có tài khoản: đăng nhập',
  },
  {
    title: 'Create the first administrator',
    body: 'This account administers the whole system: it creates conferences, chooses sites and issues links. The link that creates it works once.',
    incompleteTitle: 'The link is not complete',
    incomplete: 'The end of the link was cut off. Open the link exactly as the terminal of the server printed it.',
    signIn: 'There is an account: sign in',
  },
);
