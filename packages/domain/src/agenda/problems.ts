import { problems } from '../kernel/index.ts';

export const agendaProblems = problems({
  'agenda.closed': [
    409,
    'Hội nghị chưa được tạo hoặc đã kết thúc nên không đổi được chương trình. Hãy mở hội nghị khác.',
    'The conference does not exist yet or has ended; its agenda can no longer change. Open another one.',
  ],
  'agenda.item_exists': [
    409,
    'Mục này đã có trong chương trình. Không cần thêm lại.',
    'This item is on the agenda already. Nothing more to do.',
  ],
  'agenda.title_missing': [
    400,
    'Mục chương trình chưa có tên. Hãy nhập tên mục rồi thêm lại.',
    'The agenda item has no title. Enter one and try again.',
  ],
  'agenda.item_not_found': [
    404,
    'Mục này không còn trong chương trình. Hãy xem lại chương trình rồi thao tác lại.',
    'This item is no longer on the agenda. Look at the agenda and try again.',
  ],
  'agenda.full': [
    409,
    'Chương trình đã đủ 200 mục. Hãy gộp bớt các mục trước khi thêm.',
    'The agenda holds 200 items. Merge some before you add more.',
  ],
  'agenda.too_deep': [
    409,
    'Chương trình có nhiều nhất ba cấp. Hãy đặt mục này ở cấp cao hơn.',
    'An agenda has at most three levels. Put this item higher up.',
  ],
  'agenda.into_itself': [
    409,
    'Không đặt được một mục vào trong chính nó. Hãy chọn vị trí khác.',
    'An item cannot become a part of itself. Choose another place.',
  ],
  'agenda.changed': [
    409,
    'Chương trình vừa được người khác thay đổi. Hãy xem thứ tự mới rồi thao tác lại.',
    'The agenda was changed by somebody else. Look at the new order and try again.',
  ],
  'agenda.item_begun': [
    409,
    'Mục này đã tiến hành nên không xóa được. Có thể sửa tên hoặc thời lượng.',
    'This item has begun and cannot be removed. Its title and length can be changed.',
  ],
  'agenda.moved_on': [
    409,
    'Chương trình đã chuyển sang mục khác. Hãy xem mục hiện tại rồi thao tác lại.',
    'The agenda has moved on. Look at the current item and try again.',
  ],
  'agenda.too_late': [
    409,
    'Đã quá 3 giây nên không thu hồi được. Hãy chọn lại mục cần tiến hành.',
    'More than 3 seconds have passed. Choose the item that should be current.',
  ],
});
export type AgendaCode = keyof typeof agendaProblems;
