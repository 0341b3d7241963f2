import type { InvitedSite } from '@diemcau/domain/conference';
import { foldText } from '@diemcau/domain/kernel';
import { useState } from 'react';

import type { ChosenSite } from '../../run-sheet/index.ts';
import { matching, SearchField, useWords } from '../../ui/index.ts';
import { agendaScreenWords } from './words.ts';

/** So many sites are offered; who looks for another types a few letters more. */
const SHOWN = 30;

const textOf = ({ name, province, code }: InvitedSite): string => `${name} ${province ?? ''} ${code}`;

/** Finds one site of the conference, accents or not. */
export const InvitedSitePicker = ({
  sites,
  onPick,
}: {
  sites: readonly InvitedSite[];
  onPick: (site: ChosenSite) => void;
}) => {
  const words = useWords(agendaScreenWords);
  const [typed, setTyped] = useState('');
  const found = matching(sites, typed, textOf, foldText);
  return (
    <>
      <SearchField label={words.search} value={typed} onChange={setTyped} />
      {found.length === 0 && <p className="small muted">{words.noSite}</p>}
      <ul className="agenda-sites" aria-label={words.sites} tabIndex={0}>
        {found.slice(0, SHOWN).map(({ siteId, name, province, code }) => (
          <li key={siteId}>
            <button type="button" onClick={() => onPick({ siteId, name, province })}>
              <span className="grow">
                <b>{name}</b>
                {province !== null && <span className="muted"> · {province}</span>}
              </span>
              <span className="small faint num">{code}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
