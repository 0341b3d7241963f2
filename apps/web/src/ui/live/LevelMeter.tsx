import './LevelMeter.css';

import { useWords } from '../text/language.tsx';
import { uiWords } from '../text/words.ts';

export type LevelMeterProps = {
  /** 0 (silence) to 1 (as loud as it gets). */
  level: number;
  /** Whose level: "Hội trường chính". */
  label?: string;
  direction?: 'across' | 'up';
  size?: 'thin' | 'normal' | 'thick';
};

const marks = (level: number): number => Math.round(Math.min(1, Math.max(0, level)) * 100);

/** A sound level. Silence also reads as words; near the top the bar turns amber: too loud. */
export const LevelMeter = ({ level, label, direction = 'across', size = 'normal' }: LevelMeterProps) => {
  const words = useWords(uiWords);
  const value = marks(level);
  return (
    <span
      className={`ui-level ${direction} ${size} ${value > 92 ? 'loud' : ''}`}
      role="meter"
      aria-label={label === undefined ? words.level : `${words.level}: ${label}`}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value}
      aria-valuetext={value === 0 ? words.levelNone : `${value} %`}
    >
      <span style={{ transform: direction === 'across' ? `scaleX(${value / 100})` : `scaleY(${value / 100})` }} />
    </span>
  );
};
