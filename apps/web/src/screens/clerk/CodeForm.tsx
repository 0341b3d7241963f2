import type { SeatId } from '@diemcau/domain/kernel';
import { readUserCode, ScreenConfirmed } from '@diemcau/domain/seat';
import { IconDeviceTv } from '@tabler/icons-react';
import { useState } from 'react';

import { api, asProblem } from '../../live/api.ts';
import {
  Button,
  ConfirmDialog,
  type SaidProblem,
  StatusLine,
  TextField,
  useAnnounce,
  useWords,
} from '../../ui/index.ts';
import { typedCode } from '../../seat/user-code.ts';
import { clerkWords } from './words.ts';

type State =
  | { readonly status: 'typing' }
  | { readonly status: 'wrong' }
  | { readonly status: 'askReplace' }
  | { readonly status: 'refused'; readonly problem: SaidProblem };

const useConfirm = (seatId: SeatId, initial: string, onDone: (() => void) | undefined) => {
  const words = useWords(clerkWords).code;
  const announce = useAnnounce();
  const [code, setCode] = useState(initial);
  const [state, setState] = useState<State>({ status: 'typing' });
  const send = async (replace: boolean) => {
    const userCode = readUserCode(code);
    if (userCode === null) return setState({ status: 'wrong' });
    try {
      await api.post(`/seats/${seatId}/room-screen`, { userCode, replace }, ScreenConfirmed);
      setState({ status: 'typing' });
      setCode('');
      announce(words.done);
      onDone?.();
    } catch (thrown) {
      const problem = asProblem(thrown);
      setState(
        problem.code === 'seat.screen_exists' && !replace ? { status: 'askReplace' } : { status: 'refused', problem },
      );
    }
  };
  const type = (typed: string) => {
    setCode(typedCode(typed));
    setState({ status: 'typing' });
  };
  return { code, type, state, send, stop: () => setState({ status: 'typing' }) };
};

export type CodeFormProps = {
  seatId: SeatId;
  /** From a scanned link; empty otherwise. */
  initial: string;
  onDone?: () => void;
};

/** Confirms the room screen by the code that it shows; asks before it takes the place of another. */
export const CodeForm = ({ seatId, initial, onDone }: CodeFormProps) => {
  const words = useWords(clerkWords).code;
  const { code, type, state, send, stop } = useConfirm(seatId, initial, onDone);
  return (
    <form className="clerk-code" noValidate onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={words.label}
        value={code}
        onChange={type}
        hint={initial !== '' && code === initial ? words.found(initial) : words.hint}
        error={state.status === 'wrong' ? words.wrong : null}
        autoComplete="off"
      />
      <Button tone="primary" type="submit" wide icon={IconDeviceTv} onPress={() => send(false)}>
        {words.confirm}
      </Button>
      {state.status === 'refused' && <StatusLine problem={state.problem} />}
      <ConfirmDialog
        open={state.status === 'askReplace'}
        title={words.replaceTitle}
        effect={words.replaceEffect}
        confirm={words.replace}
        onConfirm={() => send(true)}
        onCancel={stop}
      />
    </form>
  );
};
