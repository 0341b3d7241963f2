import { MAX_CODES } from '@diemcau/domain/site';
import { useState } from 'react';

import { asProblem } from '../live/api.ts';
import { Button, Notice, type SaidProblem, StatusLine, TextField, useFormats, useWords } from '../ui/index.ts';
import { readCodes } from './codes.ts';
import { type Change, type Selection, withSites } from './selection.ts';
import { resolveCodes } from './sites.ts';
import { siteWords } from './words.ts';

type Outcome =
  | { readonly status: 'none' }
  | { readonly status: 'failed'; readonly problem: SaidProblem }
  | { readonly status: 'refused'; readonly why: 'none' | 'tooMany' }
  | {
      readonly status: 'read';
      readonly added: number;
      readonly already: number;
      readonly repeated: number;
      readonly unknown: readonly string[];
    };

export type CodesWayProps = {
  selection: Selection;
  onChange: (change: Change) => void;
  text: string;
  onText: (text: string) => void;
};

const Said = ({ outcome }: { outcome: Outcome }) => {
  const words = useWords(siteWords).codes;
  const { count } = useFormats();
  switch (outcome.status) {
    case 'none':
      return null;
    case 'failed':
      return <StatusLine problem={outcome.problem} />;
    case 'refused':
      return <Notice tone="trouble">{outcome.why === 'none' ? words.none : words.tooMany(count(MAX_CODES))}</Notice>;
    case 'read': {
      const { added, already, repeated, unknown } = outcome;
      return (
        <>
          <Notice tone="good">
            {words.added(count(added))} {already > 0 && words.already(count(already))}{' '}
            {repeated > 0 && words.repeated(count(repeated))}
          </Notice>
          {unknown.length > 0 && (
            <Notice tone="trouble">
              {words.unknown(count(unknown.length))}
              <p className="site-unknown num">{unknown.join(', ')}</p>
              <p className="small">{words.unknownHint}</p>
            </Notice>
          )}
        </>
      );
    }
  }
};

/** Choosing sites by pasted codes. What names no site is listed and stays in the field; nothing is dropped silently. */
export const CodesWay = ({ selection, onChange, text, onText }: CodesWayProps) => {
  const words = useWords(siteWords).codes;
  const [outcome, setOutcome] = useState<Outcome>({ status: 'none' });
  const add = async () => {
    const { codes, repeated, isTooMany } = readCodes(text);
    if (codes.length === 0 || isTooMany) {
      return setOutcome({ status: 'refused', why: isTooMany ? 'tooMany' : 'none' });
    }
    try {
      const { found, unknown } = await resolveCodes(codes);
      const already = found.filter(({ siteId }) => selection.has(siteId)).length;
      onChange((before) => withSites(before, found));
      onText(unknown.join('\n'));
      setOutcome({ status: 'read', added: found.length - already, already, repeated, unknown });
    } catch (thrown) {
      setOutcome({ status: 'failed', problem: asProblem(thrown) });
    }
  };
  return (
    <div className="site-way col">
      <TextField label={words.label} hint={words.hint} value={text} onChange={onText} lines={5} name="codes" />
      <div>
        <Button onPress={add}>{words.add}</Button>
      </div>
      <Said outcome={outcome} />
    </div>
  );
};
