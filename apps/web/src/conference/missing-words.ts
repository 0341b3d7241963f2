import { useFormats, useWords } from '../ui/index.ts';
import type { Missing } from './missing.ts';
import { officeConferenceWords } from './office-words.ts';

/** What is missing, in one sentence: "Còn 12 điểm cầu chưa có đường dẫn, chưa có chủ trì". */
export const useMissingSentence = () => {
  const words = useWords(officeConferenceWords).missing;
  const { count } = useFormats();
  return (missing: readonly Missing[]): string => {
    const parts = missing.map((each) => (each.kind === 'clerks' ? words.clerks(count(each.count)) : words[each.kind]));
    const text = parts.join(', ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
};
