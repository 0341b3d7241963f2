import './support.css';
import { CHECK_PARTS, type CheckPart, type SiteChecks } from '@diemcau/domain/support';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Button, Tag, useFormats, useWords } from '../ui/index.ts';
import { checkWords } from './clerk-words.ts';
import { useBy } from './use-by.ts';

export type CheckRowsProps = {
  results: SiteChecks['results'];
  /** What the machine found of a part; left out: it cannot say. */
  measured?: Readonly<Partial<Record<CheckPart, boolean>>>;
  /** How a part is tried from here, below its row. */
  trials?: Readonly<Partial<Record<CheckPart, ReactNode>>>;
  onEnter: (part: CheckPart, right: boolean) => Promise<unknown>;
};

/** The five parts of a check with their results, each to be pressed. */
export const CheckRows = ({ results, measured = {}, trials = {}, onEnter }: CheckRowsProps) => {
  const words = useWords(checkWords);
  const by = useBy();
  return (
    <ul className="sup-checks">
      {CHECK_PARTS.map((part) => {
        const result = results.find((one) => one.part === part);
        const found = measured[part];
        return (
          <li key={part}>
            <div className="grow">
              <p>{words.parts[part]}</p>
              <p className="small muted num">
                {result ? by(result) : words.none}
                {found !== undefined && ` · ${found ? words.measured.good : words.measured.bad}`}
              </p>
            </div>
            <div className="sup-check-acts">
              <Button
                size="small"
                icon={IconCheck}
                className="sup-right"
                pressed={result?.right === true}
                label={part === 'playback' ? words.heardFor(words.parts[part]) : words.rightFor(words.parts[part])}
                onPress={() => onEnter(part, true)}
              >
                {part === 'playback' ? words.heard : words.right}
              </Button>
              <Button
                size="small"
                icon={IconX}
                className="sup-wrong"
                pressed={result?.right === false}
                label={part === 'playback' ? words.notHeardFor(words.parts[part]) : words.wrongFor(words.parts[part])}
                onPress={() => onEnter(part, false)}
              >
                {part === 'playback' ? words.notHeard : words.wrong}
              </Button>
            </div>
            {trials[part] && <div className="sup-check-trial">{trials[part]}</div>}
          </li>
        );
      })}
    </ul>
  );
};

/** How far a check is, in a word. */
export const CheckTag = ({ right, wrong }: { right: number; wrong: number }) => {
  const words = useWords(checkWords);
  const { count } = useFormats();
  if (right === CHECK_PARTS.length)
    return (
      <Tag tone="green" icon={IconCheck}>
        {words.ready}
      </Tag>
    );
  if (wrong > 0) return <Tag tone="amber">{words.wrongCount(count(wrong))}</Tag>;
  return <Tag>{right === 0 ? words.none : words.progress(count(right), count(CHECK_PARTS.length))}</Tag>;
};
