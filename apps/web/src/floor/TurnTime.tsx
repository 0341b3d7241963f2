import './TurnTime.css';

import { Button, type NowMs, SelectField, SpeechClock, useWords } from '../ui/index.ts';
import type { Run } from '../live/acts.ts';
import { limitChoices } from './turn-limit.ts';
import type { TurnView } from './turn.ts';
import { floorWords } from './words.ts';

const extensionsMinutes = [1, 2] as const;

type LimitValue = `${number}` | 'none';
const valueOf = (limit: number | null): LimitValue => (limit === null ? 'none' : `${limit}`);
const limitOf = (value: LimitValue): number | null => (value === 'none' ? null : Number(value));

export type LimitFieldProps = {
  label: string;
  limitSeconds: number | null;
  onChange: (limitSeconds: number | null) => void;
};

/** Chooses a limit; a limit that was extended stands among the usual ones. */
export const LimitField = ({ label, limitSeconds, onChange }: LimitFieldProps) => {
  const words = useWords(floorWords).limit;
  const usual = limitChoices.includes(limitSeconds) ? limitChoices : [...limitChoices, limitSeconds];
  const sorted = [...usual].sort((a, b) => (a ?? 0) - (b ?? 0));
  const choices = sorted.map((seconds) => ({
    value: valueOf(seconds),
    label: seconds === null ? words.none : words.minutes(String(Math.round((seconds / 60) * 10) / 10)),
  }));
  return (
    <SelectField
      label={label}
      value={valueOf(limitSeconds)}
      choices={choices}
      onChange={(value) => onChange(limitOf(value))}
    />
  );
};

/** The clock of the turn, with what may be done about it: more time, another limit. */
export const TurnTime = ({ turn, nowMs, run }: { turn: TurnView; nowMs: NowMs; run: Run }) => {
  const words = useWords(floorWords).limit;
  const { turnId } = turn;
  return (
    <div className="fl-time">
      <div className="fl-time-clock">
        <SpeechClock timing={turn.timing} nowMs={nowMs} bar />
      </div>
      <div className="fl-time-acts">
        {extensionsMinutes.map((minutes) => (
          <Button
            key={minutes}
            size="small"
            onPress={() => run({ type: 'floor.extend', turnId, bySeconds: minutes * 60 })}
          >
            {words.add(String(minutes))}
          </Button>
        ))}
        <div className="fl-time-limit">
          <LimitField
            label={words.title}
            limitSeconds={turn.limitSeconds}
            onChange={(limitSeconds) => void run({ type: 'floor.setLimit', turnId, limitSeconds })}
          />
        </div>
      </div>
    </div>
  );
};
