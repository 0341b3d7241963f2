import { Administrator, Session, type FirstAdministratorBody } from '@diemcau/domain/organisation';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api, asProblem } from '../live/api.ts';
import type { SaidProblem } from '../ui/index.ts';

const sessionKey = ['session'] as const;

export type SessionState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: SaidProblem; readonly again: () => Promise<unknown> }
  | { readonly status: 'known'; readonly session: Session };

/** Who is signed in here, and whether this is the demonstration. */
export const useSession = (): SessionState => {
  const { data, error, refetch } = useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => api.get('/session', Session, { signal }),
  });
  if (data !== undefined) return { status: 'known', session: data };
  if (error !== null) return { status: 'failed', problem: asProblem(error), again: refetch };
  return { status: 'loading' };
};

/** Asks anew who is signed in; pages follow. */
export const useSessionChanged = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: sessionKey });
};

/** Signs in or makes the first administrator: either way the person is signed in afterwards. */
const useEntry = <B>(path: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: B) => api.post(path, body, Administrator),
    onSuccess: (administrator) =>
      client.setQueryData<Session>(sessionKey, (before) => ({ demo: before?.demo ?? false, administrator })),
  });
};

export const useSignIn = () => useEntry<{ login: string; password: string }>('/session');
export const useFirstAdministrator = () => useEntry<FirstAdministratorBody>('/administrators/first');

/** Signs out; nothing that was read before stays in memory. */
export const useSignOut = () => {
  const client = useQueryClient();
  return async () => {
    await api.delete('/session');
    client.setQueryData<Session>(sessionKey, (before) => ({ demo: before?.demo ?? false, administrator: null }));
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  };
};
