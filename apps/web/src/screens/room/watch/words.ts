import { defineWords } from '../../../ui/index.ts';

/** Words of the page of who only watches. */
export const watchWords = defineWords(
  {
    place: 'Theo dõi hội nghị',
    only: 'Chỉ xem và nghe',
    wait: 'Hình và tiếng sẽ tự trở lại khi có kết nối.',
    paused: 'Hội nghị tạm dừng.',
    closed: 'Hội nghị đã kết thúc.',
    closedMore: 'Việc truyền hình ảnh, âm thanh đã dừng. Có thể đóng trang này.',
    thanks: 'Trân trọng cảm ơn đã theo dõi.',
  },
  {
    place: 'Watching the conference',
    only: 'Seeing and hearing only',
    wait: 'Picture and sound come back by themselves with the connection.',
    paused: 'The conference is paused.',
    closed: 'The conference has ended.',
    closedMore: 'Picture and sound have stopped. You may close this page.',
    thanks: 'Thank you for watching.',
  },
);
