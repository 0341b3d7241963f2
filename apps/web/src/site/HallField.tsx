import type { Site } from '@diemcau/domain/site';
import { useState } from 'react';

import { useWords } from '../ui/index.ts';
import { Select } from '../ui/office/index.ts';
import type { ChosenSite } from './selection.ts';
import { useSiteSearch } from './sites.ts';
import { siteWords } from './words.ts';

const lineOf = ({ name, province, code }: ChosenSite): string =>
  [name, province ?? null, code].filter((part) => part !== null).join(' · ');

export type HallFieldProps = {
  value: ChosenSite | null;
  onChange: (hall: ChosenSite) => void;
  error: string | null;
  /** Default: of the main hall. */
  label?: string;
  hint?: string;
};

/** One site found by typing: the conference's main hall, unless it is called otherwise. */
export const HallField = ({ value, onChange, error, label, hint }: HallFieldProps) => {
  const words = useWords(siteWords).hall;
  const [typed, setTyped] = useState('');
  const isOwnLine = value !== null && typed === lineOf(value);
  const { data } = useSiteSearch(isOwnLine ? value.code : typed);
  const found: readonly Site[] = data?.pages[0]?.items ?? [];
  const known = new Map<string, ChosenSite>(found.map((site) => [site.siteId, site]));
  if (value !== null && !known.has(value.siteId)) known.set(value.siteId, value);
  return (
    <Select
      label={label ?? words.label}
      description={hint ?? words.hint}
      error={error}
      required
      searchable
      data={[...known.values()].map((site) => ({ value: site.siteId, label: lineOf(site) }))}
      filter={({ options }) => options}
      value={value?.siteId ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(siteId) => {
        const site = siteId === null ? undefined : known.get(siteId);
        if (site) onChange(site);
      }}
      nothingFoundMessage={words.none}
      maxDropdownHeight={320}
    />
  );
};
