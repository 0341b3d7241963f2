import { problems } from '../kernel/index.ts';

export const wireProblems = problems({
  'wire.client_too_old': [
    426,
    'Trang này đã cũ so với máy chủ. Hãy tải lại trang.',
    'This page is older than the server. Reload it.',
  ],
  'wire.bad_frame': [
    400,
    'Dữ liệu gửi lên không đúng. Hãy tải lại trang rồi thử lại.',
    'What was sent is not valid. Reload the page and try again.',
  ],
  'wire.frame_too_large': [
    413,
    'Dữ liệu gửi lên quá lớn. Hãy rút gọn rồi thử lại.',
    'What was sent is too large. Shorten it and try again.',
  ],
  'wire.too_fast': [
    429,
    'Thao tác quá nhanh. Hãy chờ vài giây rồi thử lại.',
    'Too many actions at once. Wait a few seconds and try again.',
  ],
  'wire.not_allowed': [
    403,
    'Bạn không có quyền thực hiện thao tác này. Hãy liên hệ người điều hành.',
    'You may not do this. Contact the moderator.',
  ],
  'wire.unavailable': [
    503,
    'Máy chủ đang bận hoặc đang khởi động lại. Trang sẽ tự gửi lại.',
    'The server is busy or restarting. The page will send this again.',
  ],
  /** Said by a page after it has sent a command again several times. */
  'wire.not_stored': [
    503,
    'Máy chủ chưa ghi được thao tác này. Hãy thử lại sau ít phút; nếu vẫn vậy, đề nghị báo cán bộ kỹ thuật.',
    'The server could not store this. Try again in a few minutes; if it persists, tell a technician.',
  ],
  'wire.newer_data': [
    503,
    'Dữ liệu của hội nghị mới hơn phần mềm này. Đề nghị báo cán bộ kỹ thuật cập nhật máy chủ.',
    'The data of this conference are newer than this program. Ask a technician to update the server.',
  ],
});
export type WireCode = keyof typeof wireProblems;
