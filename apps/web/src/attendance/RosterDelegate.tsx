import type { Delegate, Mark, MarkStatus } from '@diemcau/domain/attendance';
import {
  IconCircleCheck,
  IconCircleMinus,
  IconDoorExit,
  IconPencil,
  IconPhone,
  IconRotate,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react';
import { useState } from 'react';

import { Button, Dialog, LinkButton, type NowMs, TextField, useFormats, useWords } from '../ui/index.ts';
import { calledOf, momentAt } from './roster-view.ts';
import { rosterWords } from './site-words.ts';

const LONGEST_REASON = 200;

const History = ({ marks }: Pick<Delegate, 'marks'>) => {
  const words = useWords(rosterWords).one;
  const { time } = useFormats();
  if (marks.length === 0) return null;
  return (
    <section className="att-history small">
      <h3>{words.history}</h3>
      <ul>
        {marks.map(({ status, at, by }) => (
          <li key={`${at} ${status}`}>
            {words.mark[status](time(at))} <span className="muted">({words.by[by]})</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

type AbsenceProps = { reason: string; onReason: (reason: string) => void; onSave: () => void };

const Absence = ({ reason, onReason, onSave }: AbsenceProps) => {
  const words = useWords(rosterWords).one;
  const isTooLong = reason.trim().length > LONGEST_REASON;
  return (
    <form
      className="col"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTooLong) onSave();
      }}
    >
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        error={isTooLong ? words.reasonTooLong : null}
        value={reason}
        autoFocus
        autoComplete="off"
        onChange={onReason}
      />
      <Button tone="primary" type="submit" wide icon={IconCircleMinus}>
        {words.saveAbsent}
      </Button>
    </form>
  );
};

export type RosterDelegateProps = {
  delegate: Delegate;
  /** The server's clock. */
  nowMs: NowMs;
  onMark: (mark: Mark) => void;
  onSubstitute: () => void;
  onEdit: () => void;
  onRemove: () => void;
  onClose: () => void;
};

type ActsProps = { status: MarkStatus; isAbsenceOpen: boolean; onNote: (status: MarkStatus) => void };

const Acts = ({ status, isAbsenceOpen, onNote }: ActsProps) => {
  const words = useWords(rosterWords).one;
  return (
    <div className="att-acts" role="group" aria-label={words.actsTitle}>
      {status !== 'present' && (
        <Button tone="primary" icon={IconCircleCheck} onPress={() => onNote('present')}>
          {words.present}
        </Button>
      )}
      <Button icon={IconCircleMinus} pressed={isAbsenceOpen} onPress={() => onNote('absent')}>
        {words.absent}
      </Button>
      {status === 'present' && (
        <Button icon={IconDoorExit} onPress={() => onNote('left')}>
          {words.left}
        </Button>
      )}
      {status !== 'unknown' && (
        <Button tone="quiet" icon={IconRotate} onPress={() => onNote('unknown')}>
          {words.unknown}
        </Button>
      )}
    </div>
  );
};

const Rest = ({
  delegate,
  onSubstitute,
  onEdit,
  onRemove,
}: Omit<RosterDelegateProps, 'nowMs' | 'onMark' | 'onClose'>) => {
  const words = useWords(rosterWords).one;
  return (
    <div className="att-acts">
      {delegate.kind !== 'substitute' && delegate.status !== 'present' && (
        <Button tone="quiet" icon={IconUserPlus} onPress={onSubstitute}>
          {words.substitute}
        </Button>
      )}
      <Button tone="quiet" icon={IconPencil} onPress={onEdit}>
        {words.edit}
      </Button>
      <Button tone="quiet" icon={IconUserMinus} onPress={onRemove}>
        {words.remove}
      </Button>
      {delegate.phone !== null && (
        <LinkButton tone="quiet" icon={IconPhone} href={`tel:${delegate.phone.replace(/[^+\d]/g, '')}`}>
          {words.call(delegate.phone)}
        </LinkButton>
      )}
    </div>
  );
};

/** One delegate: what may be noted, who takes the place, what was noted so far. */
export const RosterDelegate = (props: RosterDelegateProps) => {
  const { delegate, nowMs, onMark, onClose } = props;
  const words = useWords(rosterWords).one;
  const [isAbsenceOpen, openAbsence] = useState(false);
  const [reason, setReason] = useState(delegate.reason ?? '');
  const [clock, setClock] = useState('');
  const { delegateId, position, unit } = delegate;
  const note = (status: MarkStatus, said: string | null = null) => {
    const at = momentAt(clock, nowMs());
    onMark({ delegateId, status, reason: said, ...(at === null ? {} : { at }) });
    onClose();
  };
  const who = calledOf(delegate);
  return (
    <Dialog open title={who} onClose={onClose} actions={<Button onPress={onClose}>{words.close}</Button>}>
      <div className="col">
        {(position !== null || unit !== null) && <p>{[position, unit].filter((part) => part !== null).join(' · ')}</p>}
        <Acts
          status={delegate.status}
          isAbsenceOpen={isAbsenceOpen}
          onNote={(status) => (status === 'absent' ? openAbsence(!isAbsenceOpen) : note(status))}
        />
        {isAbsenceOpen && (
          <Absence
            reason={reason}
            onReason={setReason}
            onSave={() => note('absent', reason.trim() === '' ? null : reason.trim())}
          />
        )}
        <TextField label={words.at} hint={words.atHint} type="time" value={clock} onChange={setClock} />
        <History marks={delegate.marks} />
        <Rest {...props} />
      </div>
    </Dialog>
  );
};
