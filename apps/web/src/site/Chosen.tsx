import type { SiteId } from '@diemcau/domain/kernel';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';

import { Button, EmptyState, Notice, useFormats, useWords, VirtualList } from '../ui/index.ts';
import { type Change, inOrder, selectionOf, type Selection, type Totals, withoutSites } from './selection.ts';
import { siteWords } from './words.ts';

export type ChosenProps = {
  selection: Selection;
  onChange: (change: Change) => void;
  totals: Totals;
  hallSiteId: SiteId | null;
  invited: ReadonlySet<SiteId>;
  /** The limit was set earlier and cannot be raised here. */
  limitIsFixed: boolean;
};

const Total = ({ totals, invited }: Pick<ChosenProps, 'totals' | 'invited'>) => {
  const words = useWords(siteWords).chosen;
  const { count } = useFormats();
  const [total, limit] = [count(totals.total), count(totals.limit)];
  return (
    <span role="status">
      <span className={`site-total num ${totals.over > 0 ? 'over' : ''}`} aria-hidden>
        {words.total(total, limit)}
      </span>
      <span className="hidden-text">{words.totalSpoken(total, limit)}</span>{' '}
      {invited.size > 0 && <span className="small muted">{words.invitedAlready(count(invited.size))}</span>}
    </span>
  );
};

/** The chosen sites, the running total against the limit, and what to do above it. */
export const Chosen = ({ selection, onChange, totals, hallSiteId, invited, limitIsFixed }: ChosenProps) => {
  const words = useWords(siteWords).chosen;
  const { count } = useFormats();
  const rows = useMemo(
    () => inOrder(selection).filter(({ siteId }) => siteId !== hallSiteId && !invited.has(siteId)),
    [selection, hallSiteId, invited],
  );
  const over = limitIsFixed ? words.overFixed : words.over;
  return (
    <section className="site-chosen" aria-label={words.label}>
      <div className="site-chosen-head">
        <h3>{words.title}</h3>
        <Total totals={totals} invited={invited} />
        <span className="grow" />
        {rows.length > 0 && (
          <Button size="small" tone="quiet" onPress={() => onChange(() => selectionOf([]))}>
            {words.clear}
          </Button>
        )}
      </div>
      {totals.over > 0 && <Notice tone="trouble">{over(count(totals.over), count(totals.limit))}</Notice>}
      {rows.length === 0 ? (
        <div className="site-list empty">
          <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
        </div>
      ) : (
        <div className="site-list">
          <VirtualList rows={rows} keyOf={({ siteId }) => siteId} rowHeight={50} label={words.label}>
            {(site) => (
              <div className="site-row">
                <span className="tiny muted num site-code">{site.code}</span>
                <span className="site-row-name">
                  {site.name}
                  {site.province != null && <span className="tiny muted">{site.province}</span>}
                </span>
                <Button
                  size="small"
                  tone="quiet"
                  icon={IconX}
                  label={words.remove(site.name)}
                  onPress={() => onChange((before) => withoutSites(before, [site.siteId]))}
                />
              </div>
            )}
          </VirtualList>
        </div>
      )}
    </section>
  );
};
