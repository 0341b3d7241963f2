import type { SiteId } from '@diemcau/domain/kernel';
import { useEffect, useState } from 'react';

import type { LiveConnection } from '../live/index.ts';

/** After so long the server has told of every site that it was asked about, if there was anything to tell. */
const ANSWERED_AFTER_MS = 2500;

const none: ReadonlySet<SiteId> = new Set();

/**
 * Tells the server which sites this desk shows; it then reports their line and level.
 * @returns the sites asked about long enough that the server's silence means nobody was ever there
 */
export const useWatch = (connection: LiveConnection, siteIds: readonly SiteId[]): ReadonlySet<SiteId> => {
  const key = [...new Set(siteIds)].sort().join(',');
  const [answered, setAnswered] = useState(none);
  useEffect(() => {
    const asked = key === '' ? [] : (key.split(',') as SiteId[]);
    connection.watch(asked);
    setAnswered((before) => new Set(asked.filter((id) => before.has(id))));
    const timer = setTimeout(() => setAnswered(new Set(asked)), ANSWERED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [connection, key]);
  return answered;
};
