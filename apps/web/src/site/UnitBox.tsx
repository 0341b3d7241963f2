import type { Unit } from '@diemcau/domain/organisation';
import type { Site } from '@diemcau/domain/site';
import { useState } from 'react';

import { useWords } from '../ui/index.ts';
import { Checkbox } from '../ui/office/index.ts';
import { type Change, extentOf, type Selection, withoutSites, withSites } from './selection.ts';
import { useReadSitesUnder, useSitesUnder } from './sites.ts';
import { siteWords } from './words.ts';

type UnitBoxProps = { unit: Unit; selection: Selection; onChange: (change: Change) => void };

/**
 * The sites of a unit as far as they are known: read for itself, or among those of the unit above. Once the unit above
 * was read, those of a unit with units below are read too, so that its box is right.
 */
const useKnownSites = ({ unitId, parentId, children }: Unit): readonly Site[] | undefined => {
  const above = useSitesUnder(parentId ?? unitId);
  const own = useSitesUnder(unitId, parentId !== null && children > 0 && above !== undefined);
  if (own !== undefined || above === undefined || parentId === null || children > 0) return own;
  return above.filter((site) => site.unitId === unitId);
};

/** A unit of the tree with the box that chooses all sites under it. */
export const UnitBox = ({ unit, selection, onChange }: UnitBoxProps) => {
  const words = useWords(siteWords).tree;
  const read = useReadSitesUnder();
  const [reading, setReading] = useState(false);
  const known = useKnownSites(unit);
  const extent = known === undefined ? 'none' : extentOf(selection, known);
  const toggle = async () => {
    if (reading) return;
    setReading(true);
    try {
      const sites = known ?? (await read(unit.unitId));
      const siteIds = sites.map(({ siteId }) => siteId);
      onChange((before) =>
        extentOf(before, sites) === 'all' ? withoutSites(before, siteIds) : withSites(before, sites),
      );
    } finally {
      setReading(false);
    }
  };
  return (
    <Checkbox
      checked={extent === 'all'}
      indeterminate={extent === 'some'}
      aria-busy={reading || undefined}
      onChange={() => void toggle()}
      label={
        <>
          {unit.kind === 'commune' ? unit.name : <b>{unit.name}</b>}{' '}
          {reading && (
            <span className="tiny muted site-unit-reading" role="status">
              {words.reading}
            </span>
          )}
        </>
      }
    />
  );
};
