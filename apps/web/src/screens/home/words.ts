import { defineWords } from '../../ui/index.ts';

export const homeWords = defineWords(
  {
    mine: 'Việc của tôi trên thiết bị này',
    open: {
      chair: 'Mở màn hình chủ trì',
      moderator: 'Mở bàn điều hành',
      operator: 'Mở bàn điều khiển hình',
      secretary: 'Mở bàn thư ký',
      clerk: 'Mở trang phục vụ điểm cầu',
      room: 'Mở màn hình điểm cầu',
    },
    todo: {
      chair: 'Xem lời dẫn, ai đang phát biểu và ai tiếp theo.',
      moderator: 'Dẫn hội nghị theo kịch bản, mời phát biểu, điểm danh.',
      operator: 'Chọn hình xem trước và chuyển hình.',
      secretary: 'Ghi chép, ghi nhận kiến nghị, soát biên bản.',
      clerk: 'Kiểm tra kỹ thuật, điểm danh đại biểu, đăng ký phát biểu.',
      room: 'Màn hình lớn của điểm cầu, tự chạy khi đã mở.',
      observer: 'Theo dõi hội nghị.',
    },
    ended: {
      over: 'Hội nghị đã kết thúc.',
      replaced: 'Ghế này đã chuyển sang thiết bị khác. Cần dùng lại ở đây, đề nghị báo người đã gửi đường dẫn.',
      revoked: 'Đường dẫn đã bị thu hồi. Đề nghị báo người đã gửi đường dẫn.',
    },
    nobody: {
      title: 'Vào hội nghị',
      link: 'Đại biểu, chủ trì, thư ký, phụ trách điểm cầu: hãy mở đường dẫn riêng đã nhận qua Zalo, tin nhắn hoặc thư. Không cần tài khoản.',
      administrator: 'Người quản trị: hãy đăng nhập để tạo và chuẩn bị hội nghị.',
      lost: 'Chưa nhận được đường dẫn? Đề nghị liên hệ đơn vị tổ chức hội nghị.',
      signIn: 'Đăng nhập quản trị',
    },
    demo: 'Về trang dùng thử',
  },
  {
    mine: 'Mine on this device',
    open: {
      chair: 'Open the chair’s screen',
      moderator: 'Open the moderator’s desk',
      operator: 'Open the vision desk',
      secretary: 'Open the secretary’s desk',
      clerk: 'Open the clerk’s page',
      room: 'Open the room screen',
    },
    todo: {
      chair: 'Read the cue words, see who speaks and who is next.',
      moderator: 'Lead by the run sheet, give the floor, call the roll.',
      operator: 'Choose the preview and cut.',
      secretary: 'Take notes and recommendations, check the minutes.',
      clerk: 'Test the kit, check delegates in, ask for the floor.',
      room: 'The big display of a site; runs by itself once it is open.',
      observer: 'Follow the conference.',
    },
    ended: {
      over: 'The conference has ended.',
      replaced: 'This seat has moved to another device. To use it here again, tell who sent you the link.',
      revoked: 'The link was withdrawn. Tell who sent it to you.',
    },
    nobody: {
      title: 'Join a conference',
      link: 'Delegates, chairs, secretaries and site clerks: open the personal link that you received. No account is needed.',
      administrator: 'Administrators: sign in to create and prepare conferences.',
      lost: 'No link yet? Ask the unit that holds the conference.',
      signIn: 'Sign in as administrator',
    },
    demo: 'Back to the demo',
  },
);
