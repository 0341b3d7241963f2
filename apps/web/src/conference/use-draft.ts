import { useCallback, useEffect, useState } from 'react';

import { Draft, emptyDraft } from './draft.ts';

const key = 'diemcau.conference-draft';

const stored = (): Draft | null => {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (Draft.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    // Storage may be forbidden, or hold what another version wrote: the form then starts empty.
    return null;
  }
};

/** Whether the draft is kept over a reload; without storage, or with too long a list, it lives as long as the page. */
const keep = (draft: Draft): boolean => {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};

/** The conference being written in this tab: a reload, an error or signing in again loses nothing of it. */
export const useDraft = () => {
  const [draft, setDraft] = useState<Draft>(() => stored() ?? emptyDraft(crypto.randomUUID()));
  useEffect(() => {
    keep(draft);
  }, [draft]);
  const change = useCallback(
    (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) =>
      setDraft((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) })),
    [],
  );
  /** The conference exists now: the next one starts empty. */
  const forget = useCallback(() => setDraft(emptyDraft(crypto.randomUUID())), []);
  return { draft, change, forget };
};
