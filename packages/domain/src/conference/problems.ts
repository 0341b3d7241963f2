import { problems } from '../kernel/index.ts';

export const conferenceProblems = problems({
  'conference.exists': [
    409,
    'Hội nghị này đã được tạo. Hãy mở hội nghị trong danh sách.',
    'This conference exists already. Open it from the list.',
  ],
  'conference.not_found': [
    404,
    'Không tìm thấy hội nghị. Hãy kiểm tra lại đường dẫn.',
    'No such conference. Check the link.',
  ],
  'conference.not_prepared': [
    409,
    'Hội nghị đã khai mạc nên không đổi được danh sách điểm cầu. Hãy tạo hội nghị mới nếu cần.',
    'The conference has begun; its list of sites can no longer change. Create another conference if needed.',
  ],
  'conference.site_limit': [
    409,
    'Số điểm cầu vượt giới hạn của hội nghị. Hãy bớt điểm cầu hoặc nâng giới hạn khi tạo hội nghị.',
    'More sites than the limit of this conference. Choose fewer, or create it with a higher limit.',
  ],
  'conference.already_open': [
    409,
    'Hội nghị đã khai mạc. Không cần bấm lại.',
    'The conference is open already. Nothing more to do.',
  ],
  'conference.rehearsing': [
    409,
    'Đang chạy thử. Hãy kết thúc chạy thử trước rồi làm lại.',
    'A rehearsal is going on. End the rehearsal first, then try again.',
  ],
  'conference.already_rehearsing': [
    409,
    'Đang chạy thử. Không cần bấm lại.',
    'The rehearsal is going on already. Nothing more to do.',
  ],
  'conference.not_rehearsing': [
    409,
    'Không có lần chạy thử nào đang diễn ra. Không cần bấm lại.',
    'No rehearsal is going on. Nothing to end.',
  ],
  'conference.not_open': [
    409,
    'Hội nghị chưa khai mạc hoặc đang tạm dừng. Hãy khai mạc hoặc tiếp tục hội nghị trước.',
    'The conference is not open, or it is paused. Open or resume it first.',
  ],
  'conference.not_paused': [
    409,
    'Hội nghị không ở trạng thái tạm dừng. Không cần bấm lại.',
    'The conference is not paused. Nothing to resume.',
  ],
  'conference.return_past': [
    409,
    'Giờ làm việc trở lại đã qua. Hãy chọn giờ muộn hơn.',
    'The time of return has passed. Choose a later one.',
  ],
  'conference.closed': [
    409,
    'Hội nghị đã kết thúc. Không thực hiện được thao tác này nữa.',
    'The conference has ended. This can no longer be done.',
  ],
});
export type ConferenceCode = keyof typeof conferenceProblems;
