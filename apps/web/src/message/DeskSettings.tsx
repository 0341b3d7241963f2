import type { SeatId } from '@diemcau/domain/kernel';
import type { MessageState } from '@diemcau/domain/message';
import { useState } from 'react';

import { asProblem } from '../live/api.ts';
import { sendUntilHeard } from '../live/heard.ts';
import { Button, CheckField, Dialog, type SaidProblem, StatusLine, useWords } from '../ui/index.ts';
import { deskMessageWords } from './desk-words.ts';
import { deskPort } from './port.ts';
import { pause } from './use-thread.ts';

type Switches = Pick<MessageState, 'isOn' | 'discussion'>;

/** Switches messages and discussion: shown at once, taken back when it was refused, which is said. */
export const useSwitches = (seatId: SeatId, state: Switches | null) => {
  const [asked, ask] = useState<Switches | null>(null);
  const [problem, setProblem] = useState<SaidProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = async (switches: Switches) => {
    const body = { id: crypto.randomUUID(), ...switches };
    setProblem(null);
    setBusy(true);
    ask(switches);
    try {
      await sendUntilHeard(() => deskPort(seatId).setSwitches(body), pause);
    } catch (thrown) {
      setProblem(asProblem(thrown));
      ask(null);
    }
    setBusy(false);
  };
  const isThere = asked !== null && state?.isOn === asked.isOn && state.discussion === asked.discussion;
  if (isThere) ask(null);
  return { shown: asked ?? state, change, problem, isBusy, dismiss: () => setProblem(null) };
};

type Props = { switches: ReturnType<typeof useSwitches>; onClose: () => void };

/** What the sites of this conference may write. Each box counts at once. */
export const DeskSettings = ({ switches, onClose }: Props) => {
  const words = useWords(deskMessageWords).settings;
  const { shown, change, problem, isBusy, dismiss } = switches;
  const { isOn, discussion } = shown ?? { isOn: false, discussion: false };
  return (
    <Dialog open title={words.title} onClose={onClose} actions={<Button onPress={onClose}>{words.close}</Button>}>
      <div className="col">
        <CheckField
          label={words.isOn}
          hint={words.isOnHint}
          checked={isOn}
          disabled={isBusy}
          onChange={(checked) => void change({ isOn: checked, discussion })}
        />
        <CheckField
          label={words.discussion}
          hint={words.discussionHint}
          checked={isOn && discussion}
          disabled={isBusy || !isOn}
          onChange={(checked) => void change({ isOn, discussion: checked })}
        />
        <StatusLine problem={problem} onDismiss={dismiss} />
      </div>
    </Dialog>
  );
};
