import { IconFlask } from '@tabler/icons-react';

import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import { Tag } from './Tag.tsx';

/** Every live screen says that what happens is a rehearsal. */
export const RehearsalTag = ({ size = 'normal' }: { size?: 'normal' | 'big' }) => (
  <Tag tone="blue" icon={IconFlask} size={size}>
    {useWords(uiWords).rehearsal}
  </Tag>
);
