import { useCallback, useState } from 'react';

import { FormDialog, type NowMs, TextField, useFormats, useTicking, useWords } from '../ui/index.ts';
import { deadlineIn, readMinutes } from './desk-deadline.ts';
import { deskWords } from './desk-words.ts';

export type DeskDeadlineProps = {
  /** What the deadline is for. */
  act: 'open' | 'move';
  /** Minutes that are offered. */
  minutes: number;
  nowMs: NowMs;
  /** Given the deadline in ms since the epoch. */
  onSave: (closesAt: number) => Promise<unknown>;
  onClose: () => void;
};

/** Asks for the deadline in minutes and says which time that is. */
export const DeskDeadline = ({ act, minutes: offered, nowMs, onSave, onClose }: DeskDeadlineProps) => {
  const words = useWords(deskWords);
  const { time } = useFormats();
  const [typed, setTyped] = useState(String(offered));
  const minutes = readMinutes(typed);
  const closesAt = useTicking(
    nowMs,
    useCallback((now: number) => (minutes === null ? null : deadlineIn(minutes, now)), [minutes]),
  );
  const { title, field, hint, save } = words[act];
  return (
    <FormDialog
      title={title}
      close={words.dismiss}
      save={save}
      onClose={onClose}
      onSave={() => (minutes === null ? undefined : onSave(deadlineIn(minutes, nowMs())))}
    >
      <TextField
        label={field}
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        maxLength={3}
        autoFocus
        error={minutes === null ? words.minutesWrong : null}
        {...(closesAt === null ? {} : { hint: hint(time(closesAt)) })}
      />
    </FormDialog>
  );
};
