import { problems } from '../kernel/index.ts';

/** Refusals of the preparation page, beside those of the conference itself. */
export const preparationProblems = problems({
  'conference.unknown_sites': [
    422,
    'Có điểm cầu hoặc đơn vị không còn trong hệ thống. Hãy tải lại danh sách rồi chọn lại.',
    'Some of the chosen sites or units do not exist any more. Reload the list and choose again.',
  ],
  'conference.unknown_hall': [
    422,
    'Không tìm thấy điểm cầu chính. Hãy chọn lại điểm cầu chính.',
    'The main hall was not found. Choose it again.',
  ],
  'template.not_found': [
    404,
    'Không tìm thấy mẫu hội nghị, có thể mẫu đã bị xóa. Hãy tải lại danh sách mẫu.',
    'No such template; it may have been removed. Reload the list.',
  ],
  'template.exists': [
    409,
    'Mẫu này đã được lưu với tên khác. Hãy tải lại danh sách mẫu.',
    'This template was saved under another name. Reload the list.',
  ],
  'template.full': [
    409,
    'Đơn vị đã có 500 mẫu hội nghị. Hãy xóa mẫu không dùng nữa rồi lưu lại.',
    'The unit has 500 templates. Remove some that are not used, then save again.',
  ],
  'conference.starts_in_past': [
    422,
    'Thời gian bắt đầu đã qua. Hãy chọn thời gian khác.',
    'The start lies in the past. Choose another time.',
  ],
});
export type PreparationCode = keyof typeof preparationProblems;
