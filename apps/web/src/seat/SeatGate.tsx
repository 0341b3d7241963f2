import type { ConferenceRole, SeatId } from '@diemcau/domain/kernel';
import { seatProblems } from '@diemcau/domain/seat';
import type { ReactNode } from 'react';

import { connectionOf, liveOf, type LiveConnection, seatOf, useLive, useLiveState } from '../live/index.ts';
import { Button, EntryPage, Loading, type SaidProblem, useSentence, useWords } from '../ui/index.ts';
import { rightPage, useOwnSeat } from './own-seat.ts';
import { WrongPage } from './WrongPage.tsx';
import { seatWords } from './words.ts';

const Refused = ({ problem, onRetry }: { problem: SaidProblem; onRetry: () => void }) => {
  const words = useWords(seatWords);
  const sentence = useSentence();
  return (
    <EntryPage title={words.refusedTitle}>
      <p role="alert">{sentence(problem)}</p>
      <Button tone="primary" onPress={onRetry}>
        {words.retry}
      </Button>
      <p className="tiny faint">{problem.code}</p>
    </EntryPage>
  );
};

type Inside = (connection: LiveConnection, seatId: SeatId) => ReactNode;

export type SeatGateProps = { conferenceId: string; role: ConferenceRole; children: Inside };

const Connected = ({ seatId, conferenceId, role, children }: SeatGateProps & { seatId: SeatId }) => {
  const words = useWords(seatWords);
  const connection = useLive(seatId);
  const state = useLiveState(connection, connectionOf);
  const seat = useLiveState(connection, seatOf);
  const isKnown = useLiveState(connection, liveOf) !== null;
  if (state.status === 'refused') {
    return <Refused problem={state} onRetry={() => location.reload()} />;
  }
  if (seat !== null && rightPage(seat, { conferenceId, role }) !== null) return <WrongPage held={seat} />;
  return isKnown ? children(connection, seatId) : <Loading>{words.connecting}</Loading>;
};

/** Finds the seat that a live page stands for, connects it, and shows the page once the conference is known (S15). */
export const SeatGate = ({ conferenceId, role, children }: SeatGateProps) => {
  const words = useWords(seatWords);
  const { seat, again } = useOwnSeat(conferenceId, role);
  switch (seat.status) {
    case 'looking':
      return <Loading>{words.connecting}</Loading>;
    case 'none': {
      const { vi, en } = seatProblems['seat.not_held'];
      return <Refused problem={{ code: 'seat.not_held', vi, en }} onRetry={again} />;
    }
    case 'elsewhere':
      return <WrongPage held={seat.held} />;
    case 'failed':
      return <Refused problem={seat.problem} onRetry={again} />;
    case 'found':
      return (
        <Connected seatId={seat.seatId} conferenceId={conferenceId} role={role}>
          {children}
        </Connected>
      );
  }
};
