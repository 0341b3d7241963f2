/** How long a request has waited, in whole minutes, for the words of the queue. */
export type Waited = { readonly hours: number; readonly minutes: number };

/** @param askedAt @param nowMs ms since the epoch, the server's clock */
export const waited = (askedAt: number, nowMs: number): Waited => {
  const minutes = Math.max(0, Math.floor((nowMs - askedAt) / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
};
