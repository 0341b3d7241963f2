import './Field.css';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';

import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';
import { useAnnounce } from './announce.tsx';
import { Button } from './Button.tsx';

type Outcome = 'idle' | 'copied' | 'byHand';

const copy = async (field: HTMLInputElement): Promise<Outcome> => {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return 'copied';
  } catch {
    // The clipboard may be closed to pages (policy, in-app browser): the text stays selected for the person's own copy.
    return 'byHand';
  }
};

/** A link or code to pass on, with a button that copies it. */
export const CopyField = ({
  label,
  value,
  hideLabel = false,
}: {
  label: string;
  value: string;
  hideLabel?: boolean;
}) => {
  const words = useWords(uiWords);
  const announce = useAnnounce();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), 3000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const press = async () => {
    if (field.current === null) return;
    const next = await copy(field.current);
    setOutcome(next);
    announce(next === 'copied' ? words.copied : words.copyByHand);
  };
  const said = { idle: words.copy, copied: words.copied, byHand: words.copyByHand }[outcome];
  return (
    <div className="ui-field">
      <label htmlFor={id} className={hideLabel ? 'hidden-text' : 'ui-field-label'}>
        {label}
      </label>
      <div className="ui-copy">
        <input
          ref={field}
          id={id}
          className="ui-input"
          value={value}
          readOnly
          onFocus={(event) => event.target.select()}
        />
        <Button icon={outcome === 'copied' ? IconCheck : IconCopy} onPress={press}>
          {said}
        </Button>
      </div>
    </div>
  );
};
