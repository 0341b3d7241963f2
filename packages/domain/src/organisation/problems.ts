import { problems } from '../kernel/index.ts';

export const organisationProblems = problems({
  'account.link_invalid': [
    404,
    'Đường dẫn tạo tài khoản quản trị không đúng hoặc đã dùng. Hãy đăng nhập, hoặc lấy đường dẫn mới từ cửa sổ chạy máy chủ.',
    'This link for the first administrator is wrong or was used. Sign in, or take the link from the terminal of the server.',
  ],
  'account.wrong_password': [
    401,
    'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.',
    'The login or the password is wrong. Check both and try again.',
  ],
  'account.throttled': [
    429,
    'Đăng nhập sai quá nhiều lần. Hãy chờ 15 phút rồi thử lại.',
    'Too many failed attempts. Wait 15 minutes and try again.',
  ],
  'unit.not_found': [
    404,
    'Không tìm thấy đơn vị. Hãy chọn lại trong danh sách.',
    'No such unit. Choose one from the list.',
  ],
});
export type OrganisationCode = keyof typeof organisationProblems;
