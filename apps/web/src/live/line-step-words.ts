import { defineWords } from '../ui/index.ts';

/** What a line carries that does not carry all. */
export const lineStepWords = defineWords(
  {
    step: { small: 'Hình nhỏ', still: 'Hình tĩnh', sound: 'Chỉ có tiếng', text: 'Chỉ có chữ' },
    weak: (step: string) => `Đường truyền yếu: ${step.toLowerCase()}`,
  },
  {
    step: { small: 'Small picture', still: 'Still pictures', sound: 'Sound alone', text: 'Words alone' },
    weak: (step) => `Weak line: ${step.toLowerCase()}`,
  },
);
