import { problems } from '../kernel/index.ts';

export const runSheetProblems = problems({
  'run_sheet.closed': [
    409,
    'Hội nghị chưa được tạo hoặc đã kết thúc nên không đổi được kịch bản điều hành. Hãy mở hội nghị khác.',
    'The conference does not exist yet or has ended; its run sheet can no longer change. Open another one.',
  ],
  'run_sheet.row_exists': [
    409,
    'Dòng này đã có trong kịch bản. Không cần thêm lại.',
    'This row is in the run sheet already. Nothing more to do.',
  ],
  'run_sheet.row_not_found': [
    404,
    'Dòng này không còn trong kịch bản. Hãy xem lại kịch bản rồi thao tác lại.',
    'This row is no longer in the run sheet. Look at it and try again.',
  ],
  'run_sheet.item_not_found': [
    404,
    'Mục chương trình của dòng này không còn. Hãy chọn mục khác.',
    'The agenda item of this row is gone. Choose another one.',
  ],
  'run_sheet.site_not_invited': [
    409,
    'Điểm cầu của người phát biểu không có trong danh sách mời. Hãy chọn điểm cầu khác.',
    'The speaker’s site does not take part. Choose another site.',
  ],
  'run_sheet.full': [
    409,
    'Kịch bản đã đủ 400 dòng. Hãy gộp bớt trước khi thêm.',
    'The run sheet holds 400 rows. Merge some before you add more.',
  ],
  'run_sheet.changed': [
    409,
    'Kịch bản vừa được người khác thay đổi. Hãy xem thứ tự mới rồi thao tác lại.',
    'The run sheet was changed by somebody else. Look at the new order and try again.',
  ],
  'run_sheet.row_begun': [
    409,
    'Dòng này đã thực hiện nên không bỏ được nữa. Hãy chọn dòng khác.',
    'This row has been done and can no longer be taken out. Choose another one.',
  ],
  'run_sheet.moved_on': [
    409,
    'Hội nghị đã chuyển sang việc khác. Hãy xem dòng hiện tại rồi bấm lại.',
    'The conference has moved on. Look at the current row and press again.',
  ],
  'run_sheet.too_late': [
    409,
    'Đã quá 3 giây nên không thu hồi được. Hãy bấm Tiếp ở dòng cần thực hiện.',
    'More than 3 seconds have passed. Press Next at the row that should be done.',
  ],
  'run_sheet.cannot_take_back': [
    409,
    'Việc khai mạc không thu hồi được. Có thể tạm dừng hội nghị.',
    'The opening cannot be taken back. The conference can be paused.',
  ],
});
export type RunSheetCode = keyof typeof runSheetProblems;
