import './SiteChooser.css';
import type { SiteId } from '@diemcau/domain/kernel';
import type { Unit } from '@diemcau/domain/organisation';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';

import { useWords } from '../ui/index.ts';
import { SegmentedControl } from '../ui/office/index.ts';
import { Chosen } from './Chosen.tsx';
import { CodesWay } from './CodesWay.tsx';
import { SearchWay } from './SearchWay.tsx';
import { type Change, type Selection, totalsOf } from './selection.ts';
import { UnitBox } from './UnitBox.tsx';
import { siteWords } from './words.ts';

const ways = ['tree', 'search', 'codes'] as const;
type Way = (typeof ways)[number];

export type SiteChooserProps = {
  selection: Selection;
  onChange: (change: Change) => void;
  limit: number;
  limitIsFixed?: boolean;
  hallSiteId: SiteId | null;
  /** Sites that are in the conference already: they count, and are not chosen again. */
  invited?: ReadonlySet<SiteId>;
  codesText: string;
  onCodesText: (text: string) => void;
  /** The tree of units with this in each line. */
  tree: (line: (unit: Unit) => ReactNode) => ReactNode;
};

const nobody: ReadonlySet<SiteId> = new Set();

/** Choosing sites in three ways that add up, beside the list and total of what is chosen. */
export const SiteChooser = (props: SiteChooserProps) => {
  const { selection, onChange, limit, limitIsFixed = false, hallSiteId, invited = nobody, tree } = props;
  const words = useWords(siteWords);
  const [way, setWay] = useState<Way>('tree');
  const line = useCallback(
    (unit: Unit) => <UnitBox unit={unit} selection={selection} onChange={onChange} />,
    [selection, onChange],
  );
  return (
    <div className="site-chooser">
      <div className="site-ways">
        <SegmentedControl
          fullWidth
          aria-label={words.ways.label}
          value={way}
          onChange={(chosen) => setWay(ways.find((one) => one === chosen) ?? 'tree')}
          data={ways.map((value) => ({ value, label: words.ways[value] }))}
        />
        {way === 'tree' && (
          <div className="site-way">
            <p className="small muted">{words.tree.hint}</p>
            {tree(line)}
          </div>
        )}
        {way === 'search' && <SearchWay {...{ selection, onChange, hallSiteId, invited }} />}
        {way === 'codes' && (
          <CodesWay selection={selection} onChange={onChange} text={props.codesText} onText={props.onCodesText} />
        )}
      </div>
      <Chosen
        {...{ selection, onChange, hallSiteId, invited, limitIsFixed }}
        totals={totalsOf(selection, { limit, hallSiteId, invited })}
      />
    </div>
  );
};
