import './DeskFrame.css';
import type { MouseEvent, ReactNode } from 'react';

import { conferenceOf, isRehearsalOf, type LiveConnection, presenceOf, useLiveState } from '../live/index.ts';
import { Kbd, LanguageSwitch, LiveBar, LiveFoot, type SaidProblem, StatusLine, useWords } from '../ui/index.ts';
import { LineNotice, useLineQuality } from './LineNotice.tsx';
import { seatWords } from './words.ts';

type DeskRole = 'moderator' | 'operator' | 'secretary' | 'technician';

type BarProps = { connection: LiveConnection; role: DeskRole; item: string | null; tags: ReactNode };

const Bar = ({ connection, role, item, tags }: BarProps) => {
  const words = useWords(seatWords);
  const conference = useLiveState(connection, conferenceOf);
  const presence = useLiveState(connection, presenceOf);
  const line = useLineQuality(connection);
  return (
    <LiveBar
      title={conference?.name ?? ''}
      item={item}
      role={words.roles[role]}
      line={line}
      nowMs={connection.nowMs}
      seconds
      {...(presence ? { sites: { present: presence.present, invited: presence.invited } } : {})}
      demo={conference?.demo ?? false}
      rehearsal={useLiveState(connection, isRehearsalOf)}
      tags={tags}
    />
  );
};

export type DeskFrameProps = {
  connection: LiveConnection;
  role: DeskRole;
  className: string;
  /** Where the agenda stands, in the bar. */
  item: string | null;
  /** In the bar, after the role. */
  tags?: ReactNode;
  /** Under the bar, beside what is said of the line: a break. */
  notices?: ReactNode;
  /** Keys of the desk and what they do, in its foot. */
  keys: readonly (readonly [key: string, what: string])[];
  /** What the server refused last. */
  problem: SaidProblem | null;
  onDismiss: () => void;
  /** Beside a refusal: what became of an act that takes a while. */
  said?: ReactNode;
  onClick: (event: MouseEvent) => void;
  /** A `main`, and the windows that open over it. */
  children: ReactNode;
};

/** What the desks have in common: bar, state of the line, refusals over the page, foot with keys. */
export const DeskFrame = (props: DeskFrameProps) => {
  const { connection, role, className, item, tags, notices, keys, problem, onDismiss, said, onClick, children } = props;
  return (
    <div className={`seat-desk ${className}`} onClick={onClick}>
      <Bar connection={connection} role={role} item={item} tags={tags} />
      <div className="seat-desk-notices">
        <LineNotice connection={connection} />
        {notices}
      </div>
      {children}
      <div className="seat-desk-status">
        {said}
        <StatusLine problem={problem} onDismiss={onDismiss} />
      </div>
      <LiveFoot>
        {keys.map(([key, what]) => (
          <span key={key} className="seat-desk-key">
            <Kbd>{key}</Kbd> {what}
          </span>
        ))}
        <LanguageSwitch />
      </LiveFoot>
    </div>
  );
};
