import { IconFlask } from '@tabler/icons-react';

import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import { Tag } from './Tag.tsx';

/** The server marks the pages of a demonstration. */
const isDemonstration = (): boolean => document.documentElement.hasAttribute('data-demo');

/** For pages that know of no conference. */
export const DemoMark = () => (isDemonstration() ? <DemoTag full /> : null);

/** Every screen of a demonstration says that it is one, and that its people are invented. */
export const DemoTag = ({ size = 'normal', full = false }: { size?: 'normal' | 'big'; full?: boolean }) => {
  const words = useWords(uiWords);
  return (
    <Tag tone="amber" icon={IconFlask} size={size} label={words.demo}>
      {full ? words.demo : words.demoShort}
    </Tag>
  );
};
