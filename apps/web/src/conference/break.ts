import type { Live } from '@diemcau/domain/live';

/** A pause of which all were told when it ends. `leftMs` 0: it is time. */
export type Break = { readonly returnsAt: number };

export const breakOf = ({ conference }: Pick<Live, 'conference'>): Break | null =>
  conference.status === 'paused' && conference.returnsAt !== null ? { returnsAt: conference.returnsAt } : null;

/** Whole seconds until the conference goes on; 0 when it is time. */
export const secondsLeft = (returnsAt: number, now: number): number => Math.max(0, Math.ceil((returnsAt - now) / 1000));
