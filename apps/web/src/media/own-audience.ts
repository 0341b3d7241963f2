import type { SiteId } from '@diemcau/domain/kernel';
import { shownToAll, type Live } from '@diemcau/domain/live';
import type { Audience } from './publisher.ts';

/**
 * Closing a camera is one more negotiation with every viewer, and would be at the very moment at which another site is
 * given the floor: so long it stays open to all, while the conference is open (M6).
 */
export const CLOSING_MS = 1500;

/** `againMs`: when to ask again although nothing was told; null: not before something changes. */
type Answer = { readonly audience: Audience; readonly againMs: number | null };

/** Who may watch this room's own camera: everybody while it is shown, and a moment longer; otherwise the desks. */
export class OwnAudience {
  /** By the clock given. */
  #openUntil = -Infinity;

  /** @param now in ms, by a clock that runs evenly */
  at(now: number, live: Live | null, own: SiteId, desks: readonly string[]): Answer {
    if (live && shownToAll(live).has(own)) {
      this.#openUntil = Infinity;
      return { audience: { to: 'all' }, againMs: null };
    }
    const isOpen = live?.conference.status === 'open';
    this.#openUntil = Math.min(this.#openUntil, isOpen ? now + CLOSING_MS : now);
    const againMs = this.#openUntil - now;
    return againMs > 0 ? { audience: { to: 'all' }, againMs } : { audience: { to: 'desks', desks }, againMs: null };
  }
}
