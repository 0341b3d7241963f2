import { problems } from '../kernel/index.ts';

export const asideProblems = problems({
  'aside.not_now': [
    409,
    'Điểm cầu đang lên hình hoặc đang có lượt phát biểu nên chưa liên lạc riêng được. Hãy chọn điểm cầu khác hoặc chờ hết lượt.',
    'This site is on air or has the floor, so nobody can be in private with it. Choose another one, or wait for the end of its turn.',
  ],
  'aside.no_screen': [
    409,
    'Điểm cầu chưa có màn hình kết nối. Hãy gọi điện cho cán bộ phục vụ điểm cầu.',
    'No screen of this site is connected. Call its clerk instead.',
  ],
  'aside.busy': [
    409,
    'Người khác đang liên lạc riêng với điểm cầu này. Hãy chờ trong giây lát rồi thử lại.',
    'Somebody else is in private with this site. Wait a moment and try again.',
  ],
  'aside.over': [
    409,
    'Lần liên lạc riêng này đã dừng. Nếu vẫn cần, hãy bắt đầu lại.',
    'This has ended. Begin again if it is still needed.',
  ],
  'aside.no_media': [
    503,
    'Máy chủ hình ảnh, âm thanh chưa trả lời nên chưa liên lạc riêng được. Hãy thử lại sau ít giây.',
    'The media server does not answer, so nobody can be talked or listened to. Try again in a few seconds.',
  ],
  'call.not_yours': [
    409,
    'Chỉ gọi kiểm tra được điểm cầu có yêu cầu hỗ trợ do bạn nhận xử lý. Hãy bấm “Tôi xử lý” trước.',
    'Only a site whose request for help you have taken can be called. Press “I take it” first.',
  ],
  'cue.closed': [
    409,
    'Hội nghị đã kết thúc nên không gửi lời nhắc được nữa.',
    'The conference has ended; no more cues can be sent.',
  ],
  'cue.exists': [
    409,
    'Mã của lời nhắc này đã được dùng. Hãy tải lại trang rồi gửi lại.',
    'The id of this cue is taken. Reload the page and send it again.',
  ],
  'cue.too_fast': [
    429,
    'Đã gửi nhiều lời nhắc trong một phút. Hãy chờ ít giây rồi gửi tiếp.',
    'Many cues were sent within a minute. Wait a few seconds and send again.',
  ],
  'cue.not_found': [
    404,
    'Không có lời nhắc này cho điểm cầu. Hãy tải lại trang.',
    'There is no such cue for this site. Reload the page.',
  ],
});
export type AsideCode = keyof typeof asideProblems;
