import type { InvitedSite } from '@diemcau/domain/conference';
import { useState } from 'react';

import { useConferenceActs } from '../../conference/index.ts';
import { asProblem } from '../../live/api.ts';
import { ConfirmDialog, type SaidProblem, StatusLine, useFormats, useWords } from '../../ui/index.ts';
import { prepareWords } from './words.ts';

const named = 3;

export type RemoveSitesProps = {
  conferenceId: string;
  sites: readonly InvitedSite[];
  onDone: () => void;
  onCancel: () => void;
};

/** Asks once before sites leave the conference: their links end at once. */
export const RemoveSites = ({ conferenceId, sites, onDone, onCancel }: RemoveSitesProps) => {
  const words = useWords(prepareWords).removing;
  const { count } = useFormats();
  const { remove } = useConferenceActs(conferenceId);
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const names = sites.slice(0, named).map(({ name }) => name);
  const listed = names.join(', ');
  const send = async () => {
    try {
      await remove(sites.map(({ siteId }) => siteId));
      onDone();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  return (
    <ConfirmDialog
      open
      title={words.title(count(sites.length))}
      effect={
        <div className="col">
          <p>{words.effect(sites.length > named ? words.more(listed, count(sites.length - named)) : listed)}</p>
          <StatusLine problem={problem} />
        </div>
      }
      confirm={words.confirm}
      onConfirm={send}
      onCancel={onCancel}
    />
  );
};
