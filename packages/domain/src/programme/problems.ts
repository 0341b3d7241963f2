import { problems } from '../kernel/index.ts';

export const programmeProblems = problems({
  'programme.closed': [
    409,
    'Hội nghị đã kết thúc nên không chuyển hình được. Không cần thao tác thêm.',
    'The conference has ended; the picture can no longer be cut. Nothing more to do.',
  ],
  'programme.not_open': [
    409,
    'Hội nghị chưa khai mạc hoặc đang tạm dừng nên chưa chuyển hình được. Hãy chờ hội nghị tiếp tục.',
    'The conference is not open or is paused; wait until it goes on before you cut.',
  ],
  'programme.site_not_invited': [
    409,
    'Điểm cầu này không có trong hội nghị. Hãy chọn điểm cầu khác.',
    'This site is not part of the conference. Choose another.',
  ],
  'programme.source_lost': [
    409,
    'Điểm cầu này đang mất kết nối nên không lên hình được. Hãy chọn điểm cầu khác.',
    'This site has lost its connection and cannot go on air. Choose another.',
  ],
  'programme.content_not_now': [
    409,
    'Điểm cầu chỉ trình chiếu được khi đang có lượt phát biểu; hội trường chỉ khi hội nghị đang họp. Hãy chờ đến lượt.',
    'A site shows content only while it has the floor, the hall only while the conference is in session. Wait for the turn.',
  ],
  'programme.content_taken': [
    409,
    'Điểm cầu đang phát biểu đang trình chiếu. Hãy chờ điểm cầu đó trình chiếu xong.',
    'The site that has the floor is showing content. Wait until it has finished.',
  ],
  'programme.source_unknown': [
    409,
    'Điểm cầu không có nguồn này nữa. Hãy chọn nguồn khác.',
    'The site has this source no more. Choose another.',
  ],
  'programme.source_unnamed': [
    400,
    'Nguồn này chưa có tên. Hãy ghi tên, ví dụ “Máy quay 2 – bục phát biểu”.',
    'This source has no name. Write one, such as “Camera 2 – lectern”.',
  ],
  'programme.sources_full': [
    409,
    'Điểm cầu đã có 8 nguồn, hoặc hội nghị đã có 100 nguồn. Hãy bỏ bớt một nguồn.',
    'The site has 8 sources already, or the conference 100. Take one away first.',
  ],
  'programme.film_exists': [
    409,
    'Đang chiếu một phim khác. Hãy dừng phim đó trước.',
    'Another film is on air. End that one first.',
  ],
  'programme.no_polling': [
    409,
    'Lượt quét điểm cầu này đã dừng. Hãy bắt đầu lượt mới nếu cần.',
    'This polling of sites has stopped. Start another if you need one.',
  ],
  'programme.polling_exists': [
    409,
    'Đang có một lượt quét điểm cầu. Hãy dừng lượt đó trước khi bắt đầu lượt mới.',
    'Sites are being polled already. Stop that before you start another.',
  ],
  'programme.polling_twice': [
    409,
    'Một điểm cầu có hai lần trong danh sách quét. Hãy bỏ bớt một lần.',
    'A site stands twice in the list to poll. Leave one of them out.',
  ],
  'programme.polling_no_site': [
    409,
    'Danh sách quét không có điểm cầu ở vị trí này. Hãy chọn trong danh sách.',
    'The list that is polled has no site at this place. Choose one of the list.',
  ],
  'programme.polling_moved': [
    409,
    'Lượt quét vừa chuyển sang điểm cầu khác. Hãy xem điểm cầu đang hiện rồi bấm lại.',
    'The polling has just gone on. Look at the site that is shown and press again.',
  ],
  'programme.somebody_speaks': [
    409,
    'Đang có lượt phát biểu nên chưa quét điểm cầu lên hình được. Hãy chờ phát biểu xong hoặc quét ở xem trước.',
    'Somebody has the floor, so sites are not polled on air. Wait for the end of the speech, or poll in preview.',
  ],
  'programme.no_roll_call': [
    409,
    'Chưa mở điểm danh nên chưa điểm danh lên hình được. Hãy đề nghị thư ký mở điểm danh.',
    'No roll call is open. Ask the secretary to open one first.',
  ],
});
export type ProgrammeCode = keyof typeof programmeProblems;
