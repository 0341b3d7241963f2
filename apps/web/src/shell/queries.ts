import { QueryClient } from '@tanstack/react-query';

/** The cache of an office page's requests. `api` itself asks a GET once more; asking further is the person's choice. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 5_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
