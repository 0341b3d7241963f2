import { useState } from 'react';

export type CheckedDraftOptions<Draft, Trouble, Good extends { readonly ok: true }> = {
  initial: () => Draft;
  /** What is sent for the draft, or what is wrong with each of its fields. */
  check: (draft: Draft) => Good | { readonly ok: false; readonly trouble: Trouble };
  /** True once it is stored. */
  send: (good: Good) => Promise<boolean>;
  onSent: () => void;
};

/** What a form holds: its draft, what is wrong in it, and whether it was ever sent (before, no refusal is its own). */
export const useCheckedDraft = <Draft, Trouble extends object, Good extends { readonly ok: true }>({
  initial,
  check,
  send,
  onSent,
}: CheckedDraftOptions<Draft, Trouble, Good>) => {
  const [draft, setDraft] = useState(initial);
  const [trouble, setTrouble] = useState<Partial<Trouble>>({});
  const [tried, setTried] = useState(false);
  const save = async () => {
    const checked = check(draft);
    setTrouble(checked.ok ? {} : checked.trouble);
    if (!checked.ok) return;
    setTried(true);
    if (await send(checked)) onSent();
  };
  return { draft, set: (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part })), trouble, tried, save };
};
