import { IconPlus } from '@tabler/icons-react';

import { ConferenceList, officeConferenceWords } from '../../conference/index.ts';
import { newConferenceHref, OfficeFrame } from '../../organisation/index.ts';
import { LinkButton, useWords } from '../../ui/index.ts';

/** `/`: the conferences of one's units, and the way to a new one. */
export const HomeScreen = () => {
  const words = useWords(officeConferenceWords).list;
  const create = (
    <LinkButton href={newConferenceHref} tone="primary" icon={IconPlus}>
      {words.create}
    </LinkButton>
  );
  return (
    <OfficeFrame title={words.title} actions={create}>
      <ConferenceList create={create} />
    </OfficeFrame>
  );
};
