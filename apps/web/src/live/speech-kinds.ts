import { defineWords } from '../ui/index.ts';

/** Kinds of speech: as a label, and as what the person is invited to do. */
export const speechKindWords = defineWords(
  {
    label: {
      report: 'Báo cáo',
      paper: 'Tham luận',
      discussion: 'Thảo luận',
      response: 'Tiếp thu – giải trình',
      directive: 'Phát biểu chỉ đạo',
      conclusion: 'Kết luận',
      pointOfOrder: 'Ý kiến về trình tự',
    },
    act: {
      report: 'trình bày báo cáo',
      paper: 'trình bày tham luận',
      discussion: 'phát biểu',
      response: 'tiếp thu, giải trình',
      directive: 'phát biểu chỉ đạo',
      conclusion: 'phát biểu kết luận',
      pointOfOrder: 'nêu ý kiến về trình tự',
    },
  },
  {
    label: {
      report: 'Report',
      paper: 'Paper',
      discussion: 'Discussion',
      response: 'Response',
      directive: 'Directive speech',
      conclusion: 'Conclusion',
      pointOfOrder: 'Point of order',
    },
    act: {
      report: 'to present the report',
      paper: 'to present the paper',
      discussion: 'to speak',
      response: 'to respond',
      directive: 'to give the directive speech',
      conclusion: 'to conclude',
      pointOfOrder: 'to raise a point of order',
    },
  },
);
