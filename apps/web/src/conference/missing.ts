import type { ConferenceItem } from '@diemcau/domain/conference';

/** What a conference still needs before it can go well; `clerks` are sites whose clerk has no link. */
export type Missing =
  | { readonly kind: 'clerks'; readonly count: number }
  | { readonly kind: 'chair' | 'agenda' | 'runSheet' };

type Prepared = Pick<ConferenceItem, 'status' | 'invited' | 'preparation'>;

/** The worst first. The hall is a site too. Nothing is missing any more once it has ended. */
export const missingOf = ({ status, invited, preparation }: Prepared): readonly Missing[] => {
  if (status === 'closed') return [];
  const { clerks, chairs, items, rows } = preparation;
  const without = invited + 1 - clerks;
  const missing: Missing[] = [];
  if (without > 0) missing.push({ kind: 'clerks', count: without });
  if (chairs === 0) missing.push({ kind: 'chair' });
  if (items === 0) missing.push({ kind: 'agenda' });
  if (rows === 0) missing.push({ kind: 'runSheet' });
  return missing;
};
