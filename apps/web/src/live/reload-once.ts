/** A newer page may not be there yet (a proxy's cache): so long until the next try. */
const AGAIN_MS = 5 * 60_000;
const KEY = 'diemcau.reloadedAt';

/** Where the page remembers that it has just reloaded: the tab's own storage. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Reloads a page that is older than its server, once in five minutes, so that a page which stays old does not reload
 * for ever. Without storage it never reloads by itself.
 * @returns ms until it may try again; 0 when it reloads now
 */
export const reloadOnce = (now: number, memory: Memory | null, reload: () => void): number => {
  if (memory === null) return AGAIN_MS;
  const last = Number(memory.getItem(KEY) ?? 0);
  const rest = last + AGAIN_MS - now;
  if (last <= now && rest > 0) return rest;
  memory.setItem(KEY, String(now));
  reload();
  return 0;
};

/** The tab's storage, or null where it is forbidden. */
export const tabMemory = (): Memory | null => {
  try {
    return sessionStorage;
  } catch {
    // Forbidden by policy: `reloadOnce` then leaves reloading to the person.
    return null;
  }
};
