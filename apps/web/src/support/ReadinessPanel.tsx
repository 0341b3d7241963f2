import './support.css';
import { type ProvinceReadiness, ReadinessTotals, worstFirst } from '@diemcau/domain/support';
import { useQuery } from '@tanstack/react-query';

import { api, asProblem } from '../live/api.ts';
import { ErrorState, Loading, Panel, PlainTable, Tag, useFormats, useWords } from '../ui/index.ts';
import { deskSupportWords } from './desk-words.ts';
import { useProvinceSaid } from './ProvinceCards.tsx';

const READ_EVERY_MS = 10_000;

const Row = ({ province }: { province: ProvinceReadiness }) => {
  const { provinces: words } = useWords(deskSupportWords);
  const { count } = useFormats();
  const { words: what } = useProvinceSaid()(province);
  return (
    <tr>
      <th scope="row">{province.name ?? words.centre}</th>
      <td className="num">{`${count(province.ready)} / ${count(province.sites)}`}</td>
      <td>{what}</td>
    </tr>
  );
};

/** How far the technical check is, for who prepares the conference: in numbers, and by province. */
export const ReadinessPanel = ({ conferenceId }: { conferenceId: string }) => {
  const { panel: words } = useWords(deskSupportWords);
  const { count } = useFormats();
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', conferenceId, 'readiness'],
    queryFn: ({ signal }) => api.get(`/conferences/${conferenceId}/readiness`, ReadinessTotals, { signal }),
    refetchInterval: READ_EVERY_MS,
  });
  const provinces = data?.provinces ?? [];
  const sum = (of: 'sites' | 'ready') => provinces.reduce((all, province) => all + province[of], 0);
  const [sites, ready] = [sum('sites'), sum('ready')];
  const signing = provinces.filter(({ code }) => code !== null);
  const signed = signing.filter(({ signedOff }) => signedOff !== null).length;
  return (
    <Panel
      title={words.title}
      note={data && <Tag tone={ready === sites ? 'green' : 'plain'}>{words.ready(count(ready), count(sites))}</Tag>}
    >
      {error !== null && data === undefined && <ErrorState problem={asProblem(error)} onRetry={refetch} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <div className="col">
          <p className="muted">{words.how}</p>
          <p className="num">{words.signed(count(signed), count(signing.length))}</p>
          <PlainTable
            head={
              <>
                <th>{words.province}</th>
                <th>{words.readyHead}</th>
                <th>{words.what}</th>
              </>
            }
          >
            {worstFirst(provinces).map((province) => (
              <Row key={province.code ?? ''} province={province} />
            ))}
          </PlainTable>
        </div>
      )}
    </Panel>
  );
};
