import { defineWords } from '../../../ui/index.ts';

/** Why the programme has no picture, when a line is the reason. */
export const weakWords = defineWords(
  {
    heardOnly: 'Điểm cầu đang lên hình chỉ truyền được tiếng.',
    soundOnly: 'Đường truyền yếu: tạm thời chỉ có tiếng.',
    textOnly: 'Đường truyền rất yếu: tạm thời chỉ có chữ.',
  },
  {
    heardOnly: 'The site on air can send sound alone.',
    soundOnly: 'The line is weak: sound alone for now.',
    textOnly: 'The line is very weak: words alone for now.',
  },
);
export type Weak = keyof typeof weakWords.vi;
