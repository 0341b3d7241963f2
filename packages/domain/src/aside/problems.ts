import { problems } from '../kernel/index.ts';

export const asideProblems = problems({
  'aside.not_now': [
    409,
    'Điểm cầu đang lên hình hoặc đang có lượt phát biểu nên không nói riêng, nghe riêng được. Hãy chọn điểm cầu khác.',
    'This site is on air or has the floor, so it cannot be talked or listened to in private. Choose another one.',
  ],
  'aside.no_screen': [
    409,
    'Điểm cầu chưa có màn hình kết nối. Hãy gọi điện cho cán bộ phục vụ điểm cầu.',
    'No screen of this site is connected. Call its clerk instead.',
  ],
  'aside.busy': [
    409,
    'Một đạo diễn hình khác đang nói hoặc nghe điểm cầu này. Hãy chờ trong giây lát rồi thử lại.',
    'Another operator is talking or listening to this site. Wait a moment and try again.',
  ],
  'aside.over': [
    409,
    'Lần nói riêng, nghe riêng này đã dừng. Hãy thả phím rồi giữ lại.',
    'This has ended. Release the key and hold it again.',
  ],
  'aside.no_media': [
    503,
    'Máy chủ hình ảnh, âm thanh chưa trả lời nên chưa nói riêng, nghe riêng được. Hãy thử lại sau ít giây.',
    'The media server does not answer, so nobody can be talked or listened to. Try again in a few seconds.',
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
