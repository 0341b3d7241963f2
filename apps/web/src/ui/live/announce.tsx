import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

/** `polite` waits for a pause; `assertive` interrupts: only for going on air, leaving it, and a lost line. */
export type Urgency = 'polite' | 'assertive';
export type Announce = (sentence: string, urgency?: Urgency) => void;

const AnnounceContext = createContext<Announce | null>(null);

type Said = { readonly sentence: string; readonly turn: number };
const silence: Said = { sentence: '', turn: 0 };

/** The page's two live regions, made once at its root: what appears later in the page would not be read reliably. */
export const LiveRegion = ({ children }: { children: ReactNode }) => {
  const [polite, setPolite] = useState(silence);
  const [assertive, setAssertive] = useState(silence);
  const announce = useCallback<Announce>((sentence, urgency = 'polite') => {
    const set = urgency === 'assertive' ? setAssertive : setPolite;
    set((before) => ({ sentence, turn: before.turn + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="hidden-text" role="status" aria-live="polite">
        <span key={polite.turn}>{polite.sentence}</span>
      </div>
      <div className="hidden-text" role="alert" aria-live="assertive">
        <span key={assertive.turn}>{assertive.sentence}</span>
      </div>
    </AnnounceContext>
  );
};

/** Says a sentence to assistive technology. The same sentence again is said again. */
export const useAnnounce = (): Announce => {
  const announce = use(AnnounceContext);
  if (announce === null) throw new Error('useAnnounce needs a LiveRegion above it');
  return announce;
};

/** Announces `sentence` whenever it changes, not when the page opens; null says nothing. */
export const useAnnounceChange = (sentence: string | null, urgency: Urgency = 'polite'): void => {
  const announce = useAnnounce();
  const before = useRef(sentence);
  useEffect(() => {
    if (before.current === sentence) return;
    before.current = sentence;
    if (sentence !== null) announce(sentence, urgency);
  }, [announce, sentence, urgency]);
};
