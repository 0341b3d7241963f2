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
});
export type ProgrammeCode = keyof typeof programmeProblems;
