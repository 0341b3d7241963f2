import { problems } from '../kernel/index.ts';

export const seatProblems = problems({
  'seat.link_wrong': [
    404,
    'Đường dẫn không đúng. Hãy mở lại đúng đường dẫn đã nhận, hoặc xin đường dẫn mới từ người tổ chức.',
    'This link is wrong. Open it exactly as you received it, or ask the organiser for a new one.',
  ],
  'seat.link_used': [
    409,
    'Đường dẫn đã được mở trên thiết bị khác. Hãy dùng thiết bị đó, hoặc xin đường dẫn mới từ người tổ chức.',
    'This link was opened on another device. Use that one, or ask the organiser for a new link.',
  ],
  'seat.link_revoked': [
    410,
    'Đường dẫn đã bị thu hồi hoặc đã được thay bằng đường dẫn khác. Hãy xin đường dẫn mới từ người tổ chức.',
    'This link was withdrawn or replaced. Ask the organiser for a new one.',
  ],
  'seat.too_early': [
    409,
    'Chưa đến giờ vào. Hội nghị mở trước giờ bắt đầu 60 phút; hãy mở lại đường dẫn này khi đến giờ.',
    'It is too early. The conference lets people in 60 minutes before the start; open this link again then.',
  ],
  'seat.no_film': [
    409,
    'Không có phim nào đang chiếu từ bàn này. Hãy bấm chiếu lại nếu cần.',
    'No film is on air from this desk. Show it again if you need to.',
  ],
  'seat.over': [
    410,
    'Hội nghị đã kết thúc. Đường dẫn này không dùng được nữa.',
    'The conference has ended. This link can no longer be used.',
  ],
  'seat.not_held': [
    401,
    'Thiết bị này chưa được cấp quyền vào hội nghị. Hãy mở lại đường dẫn đã nhận, hoặc hiện mã điểm cầu mới.',
    'This device holds no place in the conference. Open your link again, or show a new room code.',
  ],
  'seat.revoked': [
    410,
    'Quyền vào hội nghị của thiết bị này đã bị thu hồi. Hãy liên hệ người tổ chức.',
    'The place of this device was withdrawn. Contact the organiser.',
  ],
  'seat.replaced': [
    410,
    'Thiết bị khác đã thay thiết bị này. Nếu không phải do điểm cầu thực hiện, hãy báo người tổ chức ngay.',
    'Another device has taken the place of this one. If that was not you, tell the organiser at once.',
  ],
  'seat.not_found': [
    404,
    'Không tìm thấy quyền vào hội nghị này. Hãy tải lại danh sách.',
    'No such place. Reload the list.',
  ],
  'seat.exists': [409, 'Mã này đã được dùng. Hãy tải lại danh sách.', 'This id is in use. Reload the list.'],
  'seat.clerk_exists': [
    409,
    'Điểm cầu đã có phụ trách. Hãy cấp lại đường dẫn cho người đó, hoặc thu hồi trước khi thêm người khác.',
    'This site has a clerk already. Issue the link again, or withdraw it before adding another person.',
  ],
  'seat.site_needed': [
    422,
    'Phụ trách phải thuộc một điểm cầu của hội nghị. Hãy chọn điểm cầu.',
    'A clerk belongs to a site of the conference. Choose the site.',
  ],
  'seat.personal_site': [
    422,
    'Điểm cầu cá nhân chỉ dùng đường dẫn của chính đại biểu; điểm cầu khác không dùng đường dẫn này. Hãy chọn lại.',
    'A personal site takes the link of its delegate and no other, and other sites do not take that one. Choose again.',
  ],
  'seat.too_many': [
    409,
    'Hội nghị đã có quá nhiều người ở vai trò này. Hãy thu hồi bớt trước khi thêm.',
    'There are too many people in this role. Withdraw one before adding another.',
  ],
  'seat.screen_exists': [
    409,
    'Điểm cầu đã có màn hình khác. Nếu muốn thay, hãy xác nhận thay màn hình.',
    'This site has another room screen. Confirm that it should be replaced.',
  ],
  'seat.no_screen': [
    404,
    'Điểm cầu chưa có màn hình nào. Không cần gỡ.',
    'This site has no room screen. Nothing to remove.',
  ],
  'watch.full': [
    409,
    'Số thiết bị theo dõi đã đủ theo mức người tổ chức đặt. Hãy thử lại sau ít phút, hoặc liên hệ người tổ chức.',
    'As many devices are watching as the organiser allows. Try again in a few minutes, or contact the organiser.',
  ],
  'watch.exists': [
    409,
    'Đường dẫn theo dõi đã được mở hoặc đã thay đổi ở nơi khác. Hãy tải lại trang.',
    'The watch link was opened or changed elsewhere. Reload the page.',
  ],
  'room_code.unknown': [
    404,
    'Mã không đúng. Hãy nhập lại 8 chữ cái đang hiện trên màn hình điểm cầu.',
    'This code is wrong. Enter the 8 letters shown on the room screen.',
  ],
  'room_code.expired': [
    410,
    'Mã đã hết hạn. Hãy nhập mã mới đang hiện trên màn hình điểm cầu.',
    'This code has expired. Enter the new code shown on the room screen.',
  ],
  'room_code.used': [
    409,
    'Mã này đã được dùng. Hãy tải lại màn hình điểm cầu để hiện mã mới.',
    'This code was used. Reload the room screen to show a new one.',
  ],
  'room_code.pending': [
    409,
    'Đang chờ phụ trách điểm cầu xác nhận mã.',
    'Waiting for the site clerk to confirm the code.',
  ],
  'room_code.slow_down': [
    429,
    'Hỏi quá nhanh. Màn hình sẽ tự hỏi lại sau vài giây.',
    'Asked too often. The screen will ask again in a few seconds.',
  ],
  'room_code.throttled': [
    429,
    'Nhập sai mã quá nhiều lần. Hãy chờ 10 phút rồi thử lại.',
    'Too many wrong codes. Wait 10 minutes and try again.',
  ],
  'demo.no_seat': [
    404,
    'Bản dùng thử không có chỗ này. Hãy tải lại trang bắt đầu.',
    'The demo has no such place. Reload its start page.',
  ],
  'demo.unavailable': [
    404,
    'Chức năng này chỉ có trong bản dùng thử. Hãy mở trang trên chính máy chạy máy chủ.',
    'This exists only in the demo. Open it on the machine that runs the server.',
  ],
  'seat.throttled': [
    429,
    'Thử sai quá nhiều lần. Hãy chờ 10 phút rồi mở lại đúng đường dẫn đã nhận.',
    'Too many wrong attempts. Wait 10 minutes, then open the link exactly as you received it.',
  ],
});
export type SeatCode = keyof typeof seatProblems;
