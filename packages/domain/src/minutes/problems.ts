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
  'minutes.still_not_open': [
    409,
    'Chỉ chụp ảnh trong lúc hội nghị diễn ra. Hãy chờ khai mạc rồi chụp.',
    'Stills are taken while the conference goes on. Wait for the opening and try again.',
  ],
  'minutes.still_not_a_picture': [
    415,
    'Tệp gửi lên không phải ảnh JPEG dùng được. Hãy chụp lại.',
    'What was sent is no JPEG picture that can be used. Take the still again.',
  ],
  'minutes.still_too_large': [
    413,
    'Ảnh lớn quá 3 MB hoặc quá 4.096 điểm mỗi cạnh. Hãy chụp lại với ít điểm cầu hơn trong hình.',
    'The picture has more than 3 MB or 4,096 pixels a side. Take it again with fewer sites in it.',
  ],
  'minutes.still_time_wrong': [
    409,
    'Ảnh này chụp quá 10 phút trước hoặc đồng hồ máy bị lệch. Hãy tải lại trang rồi chụp lại.',
    'This still was taken more than 10 minutes ago, or the clock is off. Reload the page and take it again.',
  ],
  'minutes.still_too_fast': [
    429,
    'Mỗi phút chụp tối đa 20 ảnh. Hãy chờ một lát rồi chụp tiếp.',
    'At most 20 stills are taken in a minute. Wait a moment and go on.',
  ],
  'minutes.still_full': [
    409,
    'Hội nghị đã có đủ 2.000 ảnh. Hãy tải các ảnh cần dùng về máy; không chụp thêm được nữa.',
    'The conference holds 2,000 stills. Download those you need; no more can be taken.',
  ],
  'minutes.still_exists': [
    409,
    'Mã ảnh này đã được dùng cho một ảnh khác. Hãy chụp lại.',
    'This id belongs to another still. Take the still again.',
  ],
  'minutes.still_not_found': [
    404,
    'Không tìm thấy ảnh này. Hãy tải lại diễn biến hội nghị.',
    'This still does not exist. Reload the record.',
  ],
});
export type MinutesCode = keyof typeof minutesProblems;
