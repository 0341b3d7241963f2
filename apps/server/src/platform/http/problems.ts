import { problems, type Detail, type Sentences } from '@diemcau/domain/kernel';

/** What any route may answer, whatever it is about. */
export const httpProblems = problems({
  'request.invalid': [
    400,
    'Thông tin gửi lên chưa đúng. Hãy kiểm tra các ô được đánh dấu rồi gửi lại.',
    'Some of what was sent is not valid. Check the marked fields and send again.',
  ],
  'request.not_json': [
    400,
    'Dữ liệu gửi lên không đọc được. Hãy tải lại trang rồi thử lại.',
    'What was sent cannot be read. Reload the page and try again.',
  ],
  'request.bad_encoding': [
    400,
    'Dữ liệu gửi lên sai bảng mã (cần UTF-8). Hãy tải lại trang rồi thử lại.',
    'What was sent is not UTF-8. Reload the page and try again.',
  ],
  'request.unsupported': [
    415,
    'Máy chủ chỉ nhận dữ liệu JSON. Hãy tải lại trang rồi thử lại.',
    'Only JSON is accepted. Reload the page and try again.',
  ],
  'request.too_large': [
    413,
    'Dữ liệu gửi lên quá lớn. Hãy rút gọn rồi gửi lại.',
    'What was sent is too large. Shorten it and send again.',
  ],
  'request.too_many': [
    429,
    'Gửi quá nhiều yêu cầu. Hãy chờ một phút rồi thử lại.',
    'Too many requests. Wait a minute and try again.',
  ],
  'request.foreign_origin': [
    403,
    'Yêu cầu đến từ một trang khác nên bị từ chối. Hãy mở lại trang của hệ thống.',
    'The request came from another site and was refused. Open a page of this system instead.',
  ],
  'route.unknown': [
    404,
    'Không có trang hoặc chức năng này. Hãy kiểm tra lại địa chỉ.',
    'There is nothing at this address. Check it.',
  ],
  'access.sign_in': [
    401,
    'Cần đăng nhập để thực hiện. Hãy đăng nhập rồi thử lại.',
    'You have to sign in first. Sign in and try again.',
  ],
  'access.not_found': [
    404,
    'Không tìm thấy nội dung này. Hãy kiểm tra lại đường dẫn.',
    'Nothing was found here. Check the link.',
  ],
  'access.forbidden': [
    403,
    'Bạn không có quyền thực hiện thao tác này. Hãy liên hệ người tổ chức.',
    'You may not do this. Contact the organiser.',
  ],
  'server.failed': [
    500,
    'Máy chủ gặp lỗi. Hãy thử lại; nếu vẫn lỗi, hãy báo cán bộ kỹ thuật.',
    'The server failed. Try again; if it fails again, tell a technician.',
  ],
  'server.unavailable': [
    503,
    'Máy chủ đang bận hoặc đang khởi động lại. Hãy thử lại sau vài giây.',
    'The server is busy or restarting. Try again in a few seconds.',
  ],
});
export type HttpCode = keyof typeof httpProblems;

/** All codes that the server may answer with, each with its two sentences. */
export type ProblemTable = Readonly<Record<string, Sentences>>;

/** A field that was not accepted: where it stands in the body or query, and the schema's own code for why. */
export type FieldProblem = { readonly path: string; readonly code: string };

/** The body of a refusal: RFC 9457 with our code and both sentences, and the facts that a detail adds. */
export type ProblemBody = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly fields?: readonly FieldProblem[];
  readonly [fact: string]: unknown;
};

export type ProblemMore = { readonly fields?: readonly FieldProblem[]; readonly detail?: Detail | undefined };

export const problemBody = (table: ProblemTable, code: string, { fields, detail }: ProblemMore = {}): ProblemBody => {
  const sentences = table[code];
  if (!sentences) throw new Error(`no sentences for the code ${code}`);
  const { status } = sentences;
  const { vi, en } = detail ?? sentences;
  const body = { type: `urn:diemcau:problem:${code}`, title: en, status, code, vi, en };
  return { ...detail?.facts, ...body, ...(fields && { fields }) };
};
