import { IconBell, IconClockPlus, IconListCheck, IconSquareCheck } from '@tabler/icons-react';
import { useCallback, useState } from 'react';

import type { Run } from '../live/index.ts';
import { Button, ConfirmDialog, type NowMs, useFormats, useTicking, useWords } from '../ui/index.ts';
import { extendedMinutes, usualMinutes } from './desk-deadline.ts';
import type { Numbers, RollCallView } from './desk-numbers.ts';
import { type Reminder, secondsToWait } from './desk-reminder.ts';
import { deskWords } from './desk-words.ts';
import { DeskDeadline } from './DeskDeadline.tsx';

type Open = Extract<RollCallView, { status: 'open' }>;

export type DeskActsProps = {
  rollCall: RollCallView;
  numbers: Numbers;
  reminder: Reminder;
  run: Run;
  nowMs: NowMs;
};

const Remind = ({
  open,
  missing,
  reminder,
  nowMs,
}: {
  open: Open;
  missing: number;
  reminder: Reminder;
  nowMs: NowMs;
}) => {
  const words = useWords(deskWords).remind;
  const { count } = useFormats();
  const { rollCallId } = open;
  const at = reminder.last?.at ?? null;
  const seconds = useTicking(
    nowMs,
    useCallback((now: number) => secondsToWait(at, now), [at]),
  );
  if (missing === 0) return null;
  return (
    <Button
      size="small"
      icon={IconBell}
      disabled={seconds > 0}
      label={seconds > 0 ? words.wait(String(seconds)) : words.label(count(missing))}
      onPress={() => reminder.remind(rollCallId)}
    >
      {seconds > 0 ? words.wait(String(seconds)) : words.button(count(missing))}
    </Button>
  );
};

type Asked = 'nothing' | 'deadline' | 'close';

const WhileOpen = ({ open, numbers, reminder, run, nowMs }: Omit<DeskActsProps, 'rollCall'> & { open: Open }) => {
  const words = useWords(deskWords);
  const { count } = useFormats();
  const [asked, ask] = useState<Asked>('nothing');
  const { rollCallId, closesAt } = open;
  const missing = numbers.invited - numbers.answered;
  const done = () => ask('nothing');
  return (
    <>
      <Remind open={open} missing={missing} reminder={reminder} nowMs={nowMs} />
      <Button size="small" icon={IconClockPlus} onPress={() => ask('deadline')}>
        {words.move.button}
      </Button>
      <Button size="small" icon={IconSquareCheck} onPress={() => ask('close')}>
        {words.close.button}
      </Button>
      {asked === 'deadline' && (
        <DeskDeadline
          act="move"
          minutes={extendedMinutes(closesAt, nowMs())}
          nowMs={nowMs}
          onSave={(to) => run({ type: 'attendance.setDeadline', rollCallId, closesAt: to }).then(done)}
          onClose={done}
        />
      )}
      <ConfirmDialog
        open={asked === 'close'}
        title={words.close.title}
        effect={missing === 0 ? words.close.effectAll : words.close.effect(count(missing))}
        confirm={words.close.confirm}
        onConfirm={() => run({ type: 'attendance.closeRollCall', rollCallId }).then(done)}
        onCancel={done}
      />
    </>
  );
};

/** What a desk may do with the roll call now: open one, or remind, move the deadline and close. */
export const DeskActs = ({ rollCall, run, nowMs, ...more }: DeskActsProps) => {
  const words = useWords(deskWords).open;
  const [isAsking, ask] = useState(false);
  if (rollCall.status === 'open') return <WhileOpen open={rollCall} run={run} nowMs={nowMs} {...more} />;
  if (!rollCall.mayOpen) return null;
  const done = () => ask(false);
  return (
    <>
      <Button tone={rollCall.status === 'none' ? 'primary' : 'plain'} icon={IconListCheck} onPress={() => ask(true)}>
        {rollCall.status === 'none' ? words.button : words.again}
      </Button>
      {isAsking && (
        <DeskDeadline
          act="open"
          minutes={usualMinutes(nowMs())}
          nowMs={nowMs}
          onSave={(closesAt) => run({ type: 'attendance.openRollCall', closesAt }).then(done)}
          onClose={done}
        />
      )}
    </>
  );
};
