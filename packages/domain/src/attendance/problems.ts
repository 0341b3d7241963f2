import { problems } from '../kernel/index.ts';

export const attendanceProblems = problems({
  'attendance.closed': [
    409,
    'Hội nghị chưa được tạo hoặc đã kết thúc nên không điểm danh được. Hãy mở hội nghị khác.',
    'The conference does not exist yet or has ended; attendance can no longer be taken. Open another one.',
  ],
  'attendance.deadline_past': [
    409,
    'Hạn điểm danh đã qua. Hãy chọn giờ muộn hơn.',
    'The deadline of the roll call has passed. Choose a later time.',
  ],
  'attendance.roll_call_exists': [
    409,
    'Đang điểm danh. Hãy kết thúc lần điểm danh này trước khi mở lần khác.',
    'A roll call is open already. Close it before you open another one.',
  ],
  'attendance.no_roll_call': [
    409,
    'Lần điểm danh này đã kết thúc. Hãy xem lại màn hình rồi thao tác lại.',
    'This roll call is closed. Look at the page and try again.',
  ],
  'attendance.roster_full': [
    409,
    'Danh sách của điểm cầu đã đủ 300 đại biểu. Hãy bỏ bớt trước khi thêm.',
    'The roster of this site holds 300 delegates. Remove some before you add more.',
  ],
  'attendance.delegate_not_found': [
    404,
    'Đại biểu này không còn trong danh sách của điểm cầu. Hãy tải lại danh sách.',
    'This delegate is no longer on the roster of the site. Reload it.',
  ],
  'attendance.delegate_exists': [
    409,
    'Mã đại biểu này đã được dùng ở điểm cầu khác. Hãy tải lại danh sách rồi thêm lại.',
    'This id belongs to a delegate elsewhere. Reload the roster and add the person again.',
  ],
  'attendance.substitute_unknown': [
    409,
    'Không tìm thấy đại biểu được dự thay trong danh sách của điểm cầu. Hãy chọn lại.',
    'The delegate who is substituted is not on the roster of this site. Choose again.',
  ],
  'attendance.time_wrong': [
    409,
    'Giờ ghi nhận phải trong 24 giờ qua và không muộn hơn hiện tại. Hãy chọn lại giờ.',
    'The time must lie within the last 24 hours and not ahead. Choose another one.',
  ],
  'attendance.reminded_just_now': [
    429,
    'Vừa nhắc các điểm cầu xong. Hãy chờ một phút rồi nhắc lại.',
    'The sites were reminded a moment ago. Wait a minute before you remind them again.',
  ],
  'check_in.wrong': [
    404,
    'Mã điểm danh không đúng. Hãy quét lại mã đang hiện trên màn hình điểm cầu.',
    'This check-in code is wrong. Scan the one that the room screen shows now; try again.',
  ],
  'check_in.used': [
    409,
    'Mã điểm danh này đã được dùng. Hãy quét mã mới trên màn hình điểm cầu.',
    'This check-in code was used. Scan the new one on the room screen and try again.',
  ],
  'check_in.expired': [
    410,
    'Mã điểm danh đã hết hạn. Hãy quét mã mới trên màn hình điểm cầu.',
    'This check-in code has expired. Scan the new one on the room screen and try again.',
  ],
  'check_in.closed': [
    410,
    'Lần điểm danh đã kết thúc. Hãy báo phụ trách điểm cầu ghi nhận giúp.',
    'The roll call is closed. Ask the site clerk to note that you are here.',
  ],
  'check_in.present': [
    409,
    'Đại biểu này đã được ghi là có mặt. Nếu không phải do đồng chí thực hiện, hãy báo phụ trách điểm cầu.',
    'This delegate is marked as present already. If that was not you, contact the site clerk.',
  ],
  'check_in.throttled': [
    429,
    'Thử sai quá nhiều lần. Hãy chờ 10 phút rồi quét lại mã trên màn hình điểm cầu.',
    'Too many wrong codes. Wait 10 minutes, then scan the code on the room screen.',
  ],
});
export type AttendanceCode = keyof typeof attendanceProblems;
