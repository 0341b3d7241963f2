import { problems } from '../kernel/index.ts';

export const minutesProblems = problems({
  'minutes.note_not_found': [
    404,
    'Không tìm thấy ghi chú này. Hãy tải lại diễn biến hội nghị rồi thao tác lại.',
    'This note does not exist. Reload the record and try again.',
  ],
  'minutes.note_exists': [
    409,
    'Mã ghi chú này đã được dùng ở hội nghị khác. Hãy tải lại trang rồi ghi lại.',
    'This id belongs to a note elsewhere. Reload the page and write the note again.',
  ],
  'minutes.note_withdrawn': [
    409,
    'Ghi chú này đã được rút. Hãy ghi một ghi chú mới.',
    'This note was withdrawn. Write a new one.',
  ],
  'minutes.site_not_invited': [
    409,
    'Điểm cầu này không tham dự hội nghị. Hãy chọn điểm cầu khác.',
    'This site does not take part in the conference. Choose another one.',
  ],
  'minutes.time_wrong': [
    409,
    'Thời điểm của ghi chú phải trong 30 ngày qua và không muộn hơn hiện tại. Hãy chọn lại.',
    'The moment of a note must lie within the last 30 days and not ahead. Choose another one.',
  ],
  'minutes.full': [
    409,
    'Hội nghị đã có đủ 2.000 ghi chú. Hãy sửa một ghi chú có sẵn thay vì thêm mới.',
    'The conference holds 2,000 notes. Change one of them instead of adding another.',
  ],
});
export type MinutesCode = keyof typeof minutesProblems;
