import { problems } from '../kernel/index.ts';

export const supportProblems = problems({
  'support.help_open': [
    409,
    'Điểm cầu này đã có một yêu cầu hỗ trợ đang mở. Hãy chờ trả lời, hoặc rút yêu cầu đó rồi gửi lại.',
    'This site has an open request for help already. Wait for the answer, or withdraw that one and ask again.',
  ],
  'support.help_not_found': [
    404,
    'Không có yêu cầu hỗ trợ này. Hãy tải lại trang.',
    'There is no such request for help. Reload the page.',
  ],
  'support.help_ended': [
    409,
    'Yêu cầu hỗ trợ này đã kết thúc. Nếu còn vướng mắc, hãy gửi yêu cầu mới.',
    'This request for help has ended. If something is still wrong, ask again.',
  ],
  'support.help_taken': [
    409,
    'Yêu cầu này vừa có người khác nhận xử lý. Hãy xem lại danh sách.',
    'Somebody else has just taken this request. Look at the list again.',
  ],
  'support.help_not_yours': [
    409,
    'Yêu cầu này chưa do bạn nhận xử lý. Hãy bấm “Tôi xử lý” trước.',
    'You have not taken this request. Press “I take it” first and try again.',
  ],
  'support.closed': [
    409,
    'Hội nghị đã kết thúc nên không gửi được nữa. Hãy liên hệ qua điện thoại.',
    'The conference has ended; nothing more can be sent. Contact people by telephone.',
  ],
  'support.check_incomplete': [
    409,
    'Điểm cầu chưa kiểm tra đủ các mục nên chưa xác nhận được. Hãy ghi kết quả các mục còn thiếu.',
    'Not every part of this site was checked. Enter the missing results and try again.',
  ],
  'support.not_a_province': [
    409,
    'Chỉ điểm cầu cấp tỉnh mới xác nhận cho các điểm cầu trong tỉnh. Đề nghị liên hệ điểm cầu của tỉnh.',
    'Only the site of a province confirms the sites of the province. Contact that site.',
  ],
  'line.on_air': [
    409,
    'Điểm cầu đang lên hình, có lượt phát biểu hoặc chuẩn bị phát biểu nên chưa đo đường truyền được. Hãy đo sau lượt này.',
    'This site is on air, has the floor or stands by for it, so its line is not tried now. Try it afterwards.',
  ],
  'line.no_screen': [
    409,
    'Điểm cầu chưa có màn hình kết nối. Hãy mở màn hình điểm cầu rồi đo lại.',
    'No screen of this site is connected. Open its screen and try again.',
  ],
  'line.busy': [
    429,
    'Nhiều điểm cầu đang đo đường truyền. Hãy chờ, phép đo tự bắt đầu sau ít giây.',
    'Many sites are trying their lines. Wait; it begins by itself in a few seconds.',
  ],
  'line.over': [
    409,
    'Lần đo đường truyền này đã kết thúc. Nếu vẫn cần, hãy đo lại.',
    'This run of the line is over. Begin again if it is still needed.',
  ],
  'line.no_media': [
    503,
    'Máy chủ hình ảnh, âm thanh chưa trả lời nên chưa đo đường truyền được. Hãy thử lại sau ít giây.',
    'The media server does not answer, so the line cannot be tried. Try again in a few seconds.',
  ],
  'support.missing_changed': [
    409,
    'Số điểm cầu chưa sẵn sàng vừa thay đổi. Hãy xem lại danh sách rồi xác nhận.',
    'The number of sites that are not ready has just changed. Look at the list again, then confirm.',
  ],
});
export type SupportCode = keyof typeof supportProblems;
