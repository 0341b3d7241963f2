import { defineWords } from '../ui/index.ts';

/** Words of a seat: getting to the conference, and losing the line to it. */
export const seatWords = defineWords(
  {
    connecting: 'Đang kết nối với trung tâm…',
    refusedTitle: 'Chưa vào được hội nghị',
    retry: 'Thử lại',
    wrongPage: {
      title: 'Đường dẫn này thuộc trang khác',
      body: (role: string) =>
        `Thiết bị này vào hội nghị với vai trò “${role}”, không dùng được trang đang mở. Hãy mở trang của vai trò đó.`,
      go: (role: string) => `Mở trang “${role}”`,
    },
    lost: {
      title: 'Mất kết nối với trung tâm, đang tự kết nối lại',
      detail: 'Thao tác vừa bấm được giữ lại và gửi đi khi có kết nối.',
      announce: 'Mất kết nối với trung tâm, đang tự kết nối lại.',
      back: 'Đã kết nối lại với trung tâm.',
      hurry: 'Kết nối lại ngay',
    },
    roles: {
      chair: 'Chủ trì',
      moderator: 'Người điều hành',
      operator: 'Đạo diễn hình',
      clerk: 'Phụ trách điểm cầu',
      room: 'Màn hình điểm cầu',
      secretary: 'Thư ký hội nghị',
      technician: 'Trực kỹ thuật',
      delegate: 'Đại biểu tham gia bằng thiết bị cá nhân',
      observer: 'Theo dõi',
    },
  },
  {
    connecting: 'Connecting to the centre…',
    refusedTitle: 'Not in the conference',
    retry: 'Try again',
    wrongPage: {
      title: 'This link belongs to another page',
      body: (role) =>
        `This device is in the conference as “${role}” and cannot use the page that is open. Open the page of that role.`,
      go: (role) => `Open the page “${role}”`,
    },
    lost: {
      title: 'Lost the connection with the centre, reconnecting',
      detail: 'What you pressed is kept and sent when the connection is back.',
      announce: 'Lost the connection with the centre, reconnecting.',
      back: 'Connected to the centre again.',
      hurry: 'Reconnect now',
    },
    roles: {
      chair: 'Chair',
      moderator: 'Moderator',
      operator: 'Vision operator',
      clerk: 'Site clerk',
      room: 'Room screen',
      secretary: 'Secretary',
      technician: 'Technical desk',
      delegate: 'Delegate on a personal device',
      observer: 'Observer',
    },
  },
);
