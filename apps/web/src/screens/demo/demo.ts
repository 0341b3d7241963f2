import type { ConferenceRole, SiteId } from '@diemcau/domain/kernel';
import { Demo, DemoPath, MySeats, Simulated } from '@diemcau/domain/seat';
import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../live/api.ts';

const demoKey = ['demo'] as const;
const mineKey = ['seats', 'mine'] as const;

export const useDemo = () =>
  useQuery({
    queryKey: demoKey,
    queryFn: ({ signal }) => api.get('/demo', Demo, { signal }),
    refetchInterval: 4000,
  });

/** Which of the demo's seats this browser holds, by role and site. */
export const useHeld = (conferenceId: string) => {
  const { data } = useQuery({
    queryKey: mineKey,
    queryFn: ({ signal }) => api.get('/seats/mine', MySeats, { signal }),
    refetchInterval: 4000,
  });
  return (role: ConferenceRole, siteId: SiteId | null): boolean =>
    (data ?? []).some(
      (seat) =>
        seat.conferenceId === conferenceId && seat.role === role && seat.siteId === siteId && seat.state === 'opened',
    );
};

/** What is opened: a seat, or the office as its invented administrator. */
export type Opening = { readonly role: ConferenceRole; readonly siteId: SiteId | null } | 'administrator';

const askFor = (opening: Opening) =>
  opening === 'administrator'
    ? api.post('/demo/administrator', undefined, DemoPath)
    : api.post('/demo/seats', opening, DemoPath);

const tabName = (opening: Opening): string =>
  opening === 'administrator' ? 'diemcau-administrator' : `diemcau-${opening.role}-${opening.siteId ?? ''}`;

export const useDemoActs = () => {
  const client = useQueryClient();
  return {
    /**
     * Opens a seat in its own tab, which a second press finds again. The tab is opened in the press itself, or browsers
     * would take it for an unwanted window.
     * @returns the path when the browser blocked the tab, else null
     */
    open: async (opening: Opening): Promise<string | null> => {
      const tab = window.open('', tabName(opening));
      try {
        const { path } = await askFor(opening);
        tab?.location.replace(path);
        void client.invalidateQueries({ queryKey: mineKey });
        void client.invalidateQueries({ queryKey: demoKey });
        return tab === null ? path : null;
      } catch (thrown) {
        tab?.close();
        throw thrown;
      }
    },
    simulate: async (count: number): Promise<void> => {
      const { simulated } = await api.post('/demo/simulated-sites', { count }, Simulated);
      client.setQueryData<Demo>(demoKey, (before) => before && { ...before, simulated });
      await client.invalidateQueries({ queryKey: demoKey });
    },
  };
};
