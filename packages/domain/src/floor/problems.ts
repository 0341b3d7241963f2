import { problems } from '../kernel/index.ts';

export const floorProblems = problems({
  'floor.not_open': [
    409,
    'Hội nghị chưa khai mạc hoặc đang tạm dừng nên chưa mời phát biểu được. Hãy khai mạc hoặc tiếp tục hội nghị.',
    'The conference is not open or is paused, so the floor cannot be given. Open or resume it first.',
  ],
  'floor.closed': [
    409,
    'Hội nghị đã kết thúc. Không đăng ký hay mời phát biểu được nữa.',
    'The conference has ended. The floor can no longer be asked for or given.',
  ],
  'floor.site_not_invited': [
    409,
    'Điểm cầu này không có trong hội nghị. Hãy chọn điểm cầu khác.',
    'This site is not part of the conference. Choose another.',
  ],
  'floor.already_queued': [
    409,
    'Đại biểu này đã đăng ký và đang chờ. Không cần gửi lại.',
    'This person is waiting in the queue already. No need to ask again.',
  ],
  'floor.too_many_requests': [
    409,
    'Điểm cầu đã có 5 đăng ký đang chờ. Hãy rút bớt một đăng ký trước khi thêm.',
    'This site has 5 requests waiting. Withdraw one before adding another.',
  ],
  'floor.queue_full': [
    409,
    'Danh sách đăng ký phát biểu đã đầy. Đề nghị báo người điều hành.',
    'The queue is full. Please tell the moderator.',
  ],
  'floor.request_not_found': [
    404,
    'Đăng ký này không còn trong danh sách chờ. Hãy xem lại danh sách.',
    'This request is no longer in the queue. Look at the queue again.',
  ],
  'floor.queue_changed': [
    409,
    'Danh sách vừa thay đổi. Hãy xem lại thứ tự rồi làm lại.',
    'The queue has just changed. Look at its order and try again.',
  ],
  'floor.taken': [
    409,
    'Đang có đại biểu phát biểu. Hãy bấm Tiếp hoặc kết thúc phát biểu trước.',
    'Somebody has the floor. Press Next, or end the speech first.',
  ],
  'floor.turn_changed': [
    409,
    'Lượt phát biểu vừa thay đổi. Hãy xem lại ai đang phát biểu rồi làm lại.',
    'The turn has just changed. See who has the floor and try again.',
  ],
  'floor.too_late': [
    409,
    'Đã quá 3 giây nên không hoàn tác được. Hãy mời phát biểu lại.',
    'More than 3 seconds have passed. Give the floor again instead.',
  ],
  'floor.not_speaking': [
    409,
    'Điểm cầu này không mở micro. Không cần tắt.',
    "This site's microphone is not open. Nothing to silence.",
  ],
  'floor.not_interrupted': [
    409,
    'Lượt phát biểu không bị gián đoạn. Không cần tiếp tục lại.',
    'The turn is not interrupted. Nothing to resume.',
  ],
  'floor.site_lost': [
    409,
    'Điểm cầu này đang mất kết nối nên chưa phát biểu được. Hãy chờ kết nối lại hoặc mời điểm cầu khác.',
    'This site has lost its connection and cannot speak. Wait until it is back, or call another.',
  ],
  'floor.speaker_unknown': [
    404,
    'Không tìm thấy đại biểu này ở điểm cầu. Hãy nhập lại họ tên.',
    'No such person at this site. Enter the name again.',
  ],
});
export type FloorCode = keyof typeof floorProblems;
