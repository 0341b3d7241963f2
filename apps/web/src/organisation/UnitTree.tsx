import './UnitTree.css';
import { type Unit, UnitPage } from '@diemcau/domain/organisation';
import { IconChevronRight } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { api, asProblem } from '../live/api.ts';
import { Button, ErrorState, Loading, useFormats, useWords } from '../ui/index.ts';
import { organisationWords } from './words.ts';

const pageSize = 200;

/** The units directly below one; without a parent those that the administrator covers. */
const useUnits = (parentId: string | null) =>
  useInfiniteQuery({
    queryKey: ['units', parentId],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(pageSize) });
      if (parentId !== null) query.set('parentId', parentId);
      if (pageParam !== '') query.set('cursor', pageParam);
      return api.get(`/units?${query}`, UnitPage, { signal });
    },
    getNextPageParam: ({ next }) => next,
    staleTime: 300_000,
  });

type BranchProps = Pick<UnitTreeProps, 'children'> & { parentId: string | null; openFirst: boolean };

const Branch = ({ parentId, openFirst, children }: BranchProps) => {
  const words = useWords(organisationWords).tree;
  const { data, error, refetch, hasNextPage, fetchNextPage } = useUnits(parentId);
  if (error !== null) return <ErrorState problem={asProblem(error)} onRetry={refetch} />;
  if (data === undefined) return <Loading />;
  const units = data.pages.flatMap(({ items }) => items);
  if (units.length === 0) return <p className="muted small">{words.none}</p>;
  return (
    <ul>
      {units.map((unit) => (
        <Node key={unit.unitId} unit={unit} openFirst={openFirst && units.length === 1}>
          {children}
        </Node>
      ))}
      {hasNextPage && (
        <li>
          <Button size="small" tone="quiet" onPress={fetchNextPage}>
            {words.more}
          </Button>
        </li>
      )}
    </ul>
  );
};

const Node = ({ unit, openFirst, children }: Pick<UnitTreeProps, 'children'> & { unit: Unit; openFirst: boolean }) => {
  const words = useWords(organisationWords).tree;
  const { count } = useFormats();
  const [open, setOpen] = useState(openFirst);
  return (
    <li>
      <div className="org-unit">
        {unit.children > 0 ? (
          <button
            type="button"
            className="org-unit-open"
            aria-expanded={open}
            aria-label={open ? words.close(unit.name) : words.open(unit.name)}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight size={18} stroke={2} aria-hidden />
          </button>
        ) : (
          <span className="org-unit-leaf" />
        )}
        <div className="org-unit-name">{children(unit)}</div>
        {unit.children > 0 && <span className="tiny muted num">{words.below(count(unit.children))}</span>}
      </div>
      {open && (
        <Branch parentId={unit.unitId} openFirst={false}>
          {children}
        </Branch>
      )}
    </li>
  );
};

export type UnitTreeProps = {
  /** What stands in a unit's line: its name, or a box that chooses it. */
  children: (unit: Unit) => ReactNode;
};

/** The tree of units: centre, provinces, communes. A branch is loaded when it is opened. */
export const UnitTree = ({ children }: UnitTreeProps) => {
  const words = useWords(organisationWords).tree;
  return (
    <div className="org-tree" role="group" aria-label={words.label}>
      <Branch parentId={null} openFirst>
        {children}
      </Branch>
    </div>
  );
};
