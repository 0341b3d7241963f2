import './PeoplePanel.css';
import type { Seat } from '@diemcau/domain/seat';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { asProblem } from '../live/api.ts';
import { Button, ErrorState, Loading, Panel, useFormats, useWords } from '../ui/index.ts';
import { officeSeatWords } from './office-words.ts';
import { askIssue, SeatDialogs, type SeatQuestion } from './SeatDialogs.tsx';
import { SeatMenu } from './SeatMenu.tsx';
import { SeatTag } from './SeatTags.tsx';
import { type ListedRole, deskRoles, useSeatsOf } from './seats.ts';
import { seatWords } from './words.ts';

type Ask = (question: SeatQuestion) => void;

const Person = ({ seat, canChange, ask }: { seat: Seat; canChange: boolean; ask: Ask }) => {
  const words = useWords(officeSeatWords).people;
  const role = useWords(seatWords).roles[seat.role];
  const { dateTime } = useFormats();
  const { state, personName, deviceLabel, openedAt, issuedAt } = seat;
  const detail =
    state === 'opened' && openedAt !== null
      ? words.opened(deviceLabel ?? '', dateTime(openedAt))
      : words.issued(dateTime(issuedAt));
  return (
    <li className="seat-person">
      <div className="grow">
        <div className="seat-person-name">
          <b className={personName === null ? 'muted' : ''}>{personName ?? words.unnamed}</b>
          <SeatTag status={state} />
        </div>
        <div className="tiny muted num">{detail}</div>
      </div>
      {canChange && state !== 'revoked' && (
        <SeatMenu of={{ seatId: seat.seatId, who: personName ?? role, device: deviceLabel }} ask={ask} />
      )}
    </li>
  );
};

/** The seats of one role, and the way to add one. */
export const SeatsOfRole = ({
  conferenceId,
  role,
  title,
  canChange,
  ask,
}: {
  conferenceId: string;
  role: ListedRole;
  /** Default: the name of the role. */
  title?: string;
  canChange: boolean;
  ask: Ask;
}) => {
  const words = useWords(officeSeatWords).people;
  const roles = useWords(seatWords).roles;
  const { count } = useFormats();
  const { data, error, refetch } = useSeatsOf(conferenceId, role);
  const seats = data?.pages.flatMap(({ items }) => items) ?? [];
  const present = seats.filter(({ state }) => state !== 'revoked');
  const withdrawn = seats.filter(({ state }) => state === 'revoked');
  const row = (seat: Seat) => <Person key={seat.seatId} seat={seat} canChange={canChange} ask={ask} />;
  return (
    <section className="seat-role" aria-label={title ?? roles[role]}>
      <div className="seat-role-head">
        <h3>{title ?? roles[role]}</h3>
        {canChange && (
          <Button
            size="small"
            icon={IconPlus}
            label={words.add[role]}
            onPress={() => ask(askIssue({ role, siteId: null, who: roles[role] }))}
          >
            {words.addShort}
          </Button>
        )}
      </div>
      {error !== null && data === undefined && <ErrorState problem={asProblem(error)} onRetry={refetch} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && present.length === 0 && <p className="muted small">{words.nobody}</p>}
      <ul>{present.map(row)}</ul>
      {withdrawn.length > 0 && (
        <details className="seat-withdrawn small muted">
          <summary>{words.withdrawn(count(withdrawn.length))}</summary>
          <ul>{withdrawn.map(row)}</ul>
        </details>
      )}
    </section>
  );
};

/** Chair, moderator, operator, secretary and technical desk: each with a personal link, its state and device; issued again or withdrawn at once. */
export const PeoplePanel = ({ conferenceId, canChange }: { conferenceId: string; canChange: boolean }) => {
  const words = useWords(officeSeatWords).people;
  const [asked, ask] = useState<SeatQuestion | null>(null);
  return (
    <Panel title={words.title} note={<span className="small muted">{words.hint}</span>} body="flush">
      <div className="seat-roles">
        {deskRoles.map((role) => (
          <SeatsOfRole key={role} {...{ conferenceId, role, canChange, ask }} />
        ))}
      </div>
      <SeatDialogs conferenceId={conferenceId} asked={asked} step={ask} />
    </Panel>
  );
};
