import { Opened } from '@diemcau/domain/seat';

import { api } from '../live/api.ts';

/**
 * The secret in the fragment of a personal link: what chats put around a link (full stop, bracket, escapes) goes. Null
 * when nothing of it is left.
 */
export const secretInLink = (fragment: string): string | null => {
  const bare = fragment.replace(/^#/, '');
  let text = bare;
  try {
    text = decodeURIComponent(bare);
  } catch {
    // Not an escape after all: read as it stands.
    text = bare;
  }
  const secret = /[A-Za-z0-9_-]+/.exec(text.trim())?.[0] ?? '';
  return secret === '' ? null : secret;
};

export type RefusalKind = 'wrong' | 'used' | 'revoked' | 'early' | 'over' | 'throttled' | 'full' | 'other';

const kinds: Readonly<Record<string, RefusalKind>> = {
  'seat.link_wrong': 'wrong',
  'seat.link_used': 'used',
  'seat.link_revoked': 'revoked',
  'seat.too_early': 'early',
  'seat.over': 'over',
  'seat.throttled': 'throttled',
  'watch.full': 'full',
};

/** Which of the refusals of a link a code is; its sentence comes with it. */
export const refusalKind = (code: string): RefusalKind => kinds[code] ?? 'other';

/** Whether opening the same link again later may succeed. */
export const mayRetry = (kind: RefusalKind): boolean =>
  kind === 'early' || kind === 'throttled' || kind === 'full' || kind === 'other';

/** Opens the public watch link on this device; the same key opens the same place again. */
export const openWatchLink = (secret: string, deviceKey: string): Promise<Opened> =>
  api.post('/watch', { secret, deviceKey }, Opened);

/** Opens the seat of a link on this device; the answer's cookie holds it. */
export const redeem = (secret: string): Promise<Opened> => api.post('/seats/redeem', { secret }, Opened);
