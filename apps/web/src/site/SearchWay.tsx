import type { SiteId } from '@diemcau/domain/kernel';
import { useState } from 'react';

import { asProblem } from '../live/api.ts';
import { Button, EmptyState, ErrorState, Loading, SearchField, Tag, useFormats, useWords } from '../ui/index.ts';
import { Checkbox } from '../ui/office/index.ts';
import { type Change, type Selection, withoutSites, withSites } from './selection.ts';
import { useSiteSearch } from './sites.ts';
import { siteWords } from './words.ts';

export type SearchWayProps = {
  selection: Selection;
  onChange: (change: Change) => void;
  hallSiteId: SiteId | null;
  invited: ReadonlySet<SiteId>;
};

/** Choosing sites by typing a name, province or code. */
export const SearchWay = ({ selection, onChange, hallSiteId, invited }: SearchWayProps) => {
  const words = useWords(siteWords).search;
  const { count } = useFormats();
  const [typed, setTyped] = useState('');
  const { data, error, refetch, hasNextPage, fetchNextPage } = useSiteSearch(typed);
  const found = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="site-way searching">
      <SearchField value={typed} onChange={setTyped} label={words.label} placeholder={words.placeholder} />
      {error !== null && <ErrorState problem={asProblem(error)} onRetry={refetch} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && found.length === 0 && <EmptyState title={words.none}>{words.noneHint}</EmptyState>}
      {found.length > 0 && (
        <>
          <p className="tiny muted num" role="status">
            {words.found(count(data?.pages[0]?.total ?? found.length))}
          </p>
          <ul className="site-found">
            {found.map((site) => {
              const isHall = site.siteId === hallSiteId;
              const isFixed = isHall || invited.has(site.siteId);
              return (
                <li key={site.siteId} className="row">
                  <Checkbox
                    className="grow"
                    checked={isFixed || selection.has(site.siteId)}
                    disabled={isFixed}
                    onChange={({ currentTarget: { checked } }) =>
                      onChange((before) => (checked ? withSites(before, [site]) : withoutSites(before, [site.siteId])))
                    }
                    label={
                      <>
                        <b>{site.name}</b>
                        {site.province !== null && <span className="muted"> · {site.province}</span>}
                      </>
                    }
                  />
                  {isFixed && <Tag>{isHall ? words.isHall : words.invited}</Tag>}
                  <span className="tiny muted num">{site.code}</span>
                </li>
              );
            })}
            {hasNextPage && (
              <li>
                <Button size="small" tone="quiet" onPress={fetchNextPage}>
                  {words.more}
                </Button>
              </li>
            )}
          </ul>
        </>
      )}
    </div>
  );
};
