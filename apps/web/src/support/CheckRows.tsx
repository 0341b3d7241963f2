import './support.css';
import { CHECK_PARTS, type CheckPart, type SiteChecks } from '@diemcau/domain/support';
import { IconCheck, IconVolume, IconX } from '@tabler/icons-react';

import { Button, Tag, useFormats, useWords } from '../ui/index.ts';
import { checkWords } from './clerk-words.ts';

/** "Nguyễn Văn A (tỉnh), 07:15" of a result or a confirmation. */
export const useBy = () => {
  const words = useWords(checkWords).by;
  const { time } = useFormats();
  return ({ by, name, at }: Pick<SiteChecks['results'][number], 'by' | 'name' | 'at'>) =>
    words[by](name ?? '', time(at));
};

export type CheckRowsProps = {
  results: SiteChecks['results'];
  /** What the machine found of a part; left out: it cannot say. */
  measured?: Readonly<Partial<Record<CheckPart, boolean>>>;
  /** Plays a test sound in the room; null: not from here. */
  onPlay?: (() => void) | null;
  onEnter: (part: CheckPart, right: boolean) => Promise<unknown>;
};

/** The five parts of a check with their results, each to be pressed. */
export const CheckRows = ({ results, measured = {}, onPlay = null, onEnter }: CheckRowsProps) => {
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
              {part === 'playback' && onPlay && (
                <Button size="small" tone="quiet" icon={IconVolume} onPress={onPlay}>
                  {words.play}
                </Button>
              )}
              <Button
                size="small"
                icon={IconCheck}
                className="sup-right"
                pressed={result?.right === true}
                label={words.rightFor(words.parts[part])}
                onPress={() => onEnter(part, true)}
              >
                {words.right}
              </Button>
              <Button
                size="small"
                icon={IconX}
                className="sup-wrong"
                pressed={result?.right === false}
                label={words.wrongFor(words.parts[part])}
                onPress={() => onEnter(part, false)}
              >
                {words.wrong}
              </Button>
            </div>
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
