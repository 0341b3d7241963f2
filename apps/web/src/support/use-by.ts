import type { SiteChecks } from '@diemcau/domain/support';

import { useFormats, useWords } from '../ui/index.ts';
import { checkWords } from './clerk-words.ts';

/** "Nguyễn Văn A (tỉnh), 07:15" of a result, a confirmation or a run. */
export const useBy = () => {
  const words = useWords(checkWords).by;
  const { time } = useFormats();
  return ({ by, name, at }: Pick<SiteChecks['results'][number], 'by' | 'name' | 'at'>) =>
    words[by](name ?? '', time(at));
};
