import './SitesTag.css';
import { IconUsers } from '@tabler/icons-react';

import { useFormats } from '../text/format.ts';
import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import { Tag } from './Tag.tsx';

/** Sites present of those invited. */
export const SitesTag = ({ present, invited }: { present: number; invited: number }) => {
  const words = useWords(uiWords).sites;
  const { count } = useFormats();
  return (
    <Tag icon={IconUsers} label={words.spoken(count(present), count(invited))}>
      <span className="ui-wide">{words.count(count(present), count(invited))}</span>
      <span className="ui-narrow">{words.short(count(present), count(invited))}</span>
    </Tag>
  );
};
