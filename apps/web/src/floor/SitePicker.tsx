import './SitePicker.css';
import type { SeatId } from '@diemcau/domain/kernel';
import { IconDeviceTv, IconDeviceTvOff } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { asProblem } from '../live/api.ts';
import { ErrorState, Loading, SearchField, Tag, useFormats, useWords } from '../ui/index.ts';
import { type DeskSite, fetchDeskSites } from './desk-sites.ts';
import { floorWords } from './words.ts';

/** So many sites are offered; who looks for another types a few letters more. */
const shown = 40;
const typingPauseMs = 150;

const Row = ({ site, onPick }: { site: DeskSite; onPick: (site: DeskSite) => void }) => {
  const words = useWords(floorWords).standby.readiness;
  return (
    <li>
      <button type="button" className="fl-site" onClick={() => onPick(site)}>
        <span className="fl-site-name">
          <b>{site.name}</b>
          {site.province !== null && <span className="muted"> · {site.province}</span>}
        </span>
        <span className="small faint num">{site.code}</span>
        {!site.screen && (
          <Tag tone="amber" icon={IconDeviceTvOff}>
            {words.away}
          </Tag>
        )}
        {site.screen && <IconDeviceTv size={18} stroke={2} aria-hidden className="muted" />}
      </button>
    </li>
  );
};

/** Finds one site of the conference by name or code, accents or not. */
export const SitePicker = ({ seatId, onPick }: { seatId: SeatId; onPick: (site: DeskSite) => void }) => {
  const words = useWords(floorWords).call;
  const { count } = useFormats();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, typingPauseMs);
  const sites = useQuery({
    queryKey: ['deskSites', seatId, q],
    queryFn: ({ signal }) =>
      fetchDeskSites({ seatId, q, filter: 'all', province: null, cursor: null, limit: shown }, signal),
    placeholderData: keepPreviousData,
  });
  const { data } = sites;
  return (
    <div className="fl-sites">
      <SearchField label={words.search} value={typed} onChange={setTyped} />
      {sites.isPending && <Loading />}
      {sites.isError && <ErrorState problem={asProblem(sites.error)} onRetry={() => sites.refetch()} />}
      {data && (
        <>
          <ul className="fl-sites-list" aria-label={words.choose}>
            {data.items.map((site) => (
              <Row key={site.siteId} site={site} onPick={onPick} />
            ))}
          </ul>
          <p className="small muted" role="status">
            {data.total === 0 ? words.none : words.more(count(data.items.length), count(data.total))}
          </p>
        </>
      )}
    </div>
  );
};
