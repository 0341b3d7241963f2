import type { ConferenceDetail } from '@diemcau/domain/conference';
import type { SiteId } from '@diemcau/domain/kernel';
import { useState } from 'react';

import { useConferenceActs } from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import { UnitTree } from '../../organisation/index.ts';
import { selectionOf, SiteChooser, totalsOf } from '../../site/index.ts';
import { Button, Notice, Panel, type SaidProblem, StatusLine, useFormats, useWords } from '../../ui/index.ts';
import { prepareWords } from './words.ts';

export type AddSitesProps = {
  conference: ConferenceDetail;
  invited: ReadonlySet<SiteId>;
  onAdded: (invited: number) => void;
  onClose: () => void;
};

/** Choosing more sites for a conference that has not begun. Above the limit nothing is sent. */
export const AddSites = ({ conference, invited, onAdded, onClose }: AddSitesProps) => {
  const words = useWords(prepareWords).adding;
  const { count } = useFormats();
  const { invite } = useConferenceActs(conference.conferenceId);
  const [selection, setSelection] = useState(() => selectionOf([]));
  const [codesText, setCodesText] = useState('');
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const hallSiteId = conference.hall.siteId;
  const { chosen, over } = totalsOf(selection, { limit: conference.siteLimit, hallSiteId, invited });
  const hasPendingCodes = codesText.trim() !== '';
  const send = async () => {
    setProblem(null);
    try {
      const siteIds = [...selection.keys()].filter((siteId) => siteId !== hallSiteId && !invited.has(siteId));
      onAdded((await invite(siteIds)).invited);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  return (
    <Panel title={words.title}>
      <SiteChooser
        selection={selection}
        onChange={setSelection}
        limit={conference.siteLimit}
        limitIsFixed
        hallSiteId={hallSiteId}
        invited={invited}
        codesText={codesText}
        onCodesText={setCodesText}
        tree={(line) => <UnitTree>{line}</UnitTree>}
      />
      <StatusLine problem={problem} />
      <div className="prepare-adding-foot">
        {hasPendingCodes && <Notice tone="calm">{words.pendingCodes}</Notice>}
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button tone="primary" disabled={chosen === 0 || over > 0 || hasPendingCodes} onPress={send}>
          {chosen === 0 ? words.nothing : words.submit(count(chosen))}
        </Button>
      </div>
    </Panel>
  );
};
