import { defineWords } from '../../ui/index.ts';

export const createWords = defineWords(
  {
    title: 'Tạo hội nghị',
    about: 'Thông tin chung',
    sites: 'Điểm cầu được mời',
    sitesHint: 'Có thể thêm, bớt điểm cầu cho đến khi khai mạc.',
    submit: 'Tạo hội nghị',
    cancel: 'Về danh sách',
    forget: 'Xóa nội dung đã nhập',
    kept: 'Nội dung đã nhập được giữ lại trong thẻ trình duyệt này.',
    check: 'Hãy xem lại các ô được đánh dấu rồi bấm Tạo hội nghị.',
    pendingCodes: 'Ô “Dán mã” còn mã chưa được thêm. Hãy bấm “Kiểm tra và thêm”, hoặc xóa các mã đó.',
    ready: (sites: string) => `Mời ${sites} điểm cầu`,
    none: 'Chưa chọn điểm cầu nào; có thể chọn sau.',
  },
  {
    title: 'Create a conference',
    about: 'General',
    sites: 'Invited sites',
    sitesHint: 'Sites can be added and removed until the conference opens.',
    submit: 'Create the conference',
    cancel: 'Back to the list',
    forget: 'Clear what was entered',
    kept: 'What was entered is kept in this browser tab.',
    check: 'Look at the marked fields again, then press Create the conference.',
    pendingCodes: 'The field “Paste codes” holds codes that were not added. Press “Check and add”, or delete them.',
    ready: (sites) => `Invites ${sites} sites`,
    none: 'No sites chosen yet; they can be chosen later.',
  },
);
