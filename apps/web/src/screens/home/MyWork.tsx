import type { MySeat } from '@diemcau/domain/seat';
import { IconDoorEnter } from '@tabler/icons-react';

import { PhaseTag } from '../../conference/index.ts';
import { seatWords } from '../../seat/index.ts';
import { LinkButton, Panel, useFormats, useWords } from '../../ui/index.ts';
import { type MyConference, myConferences } from './my-work.ts';
import { homeWords } from './words.ts';

const Seat = ({ seat }: { seat: MySeat }) => {
  const words = useWords(homeWords);
  const { roles } = useWords(seatWords);
  const { role, siteName, path, state } = seat;
  return (
    <li className="home-seat">
      <span className="grow">
        <b>{siteName === null ? roles[role] : `${roles[role]} · ${siteName}`}</b>
        <span className="small muted">{state === 'opened' ? words.todo[role] : words.ended[state]}</span>
      </span>
      {state === 'opened' && (
        <LinkButton href={path} tone="primary" icon={IconDoorEnter}>
          {words.open[role]}
        </LinkButton>
      )}
    </li>
  );
};

const Conference = ({ conference }: { conference: MyConference }) => {
  const { weekday, dateTime } = useFormats();
  const { conferenceName, startsAt, phase, seats } = conference;
  return (
    <Panel>
      <div className="home-conference">
        <span className="row wrap small muted num">
          {weekday(startsAt)}, {dateTime(startsAt)}
          <PhaseTag status={phase} />
        </span>
        <h2>{conferenceName}</h2>
        <ul>
          {seats.map((seat) => (
            <Seat key={seat.seatId} seat={seat} />
          ))}
        </ul>
      </div>
    </Panel>
  );
};

/** The conferences in which this browser has a place, and what is to be done there. */
export const MyWork = ({ seats }: { seats: readonly MySeat[] }) => (
  <div className="home-mine">
    {myConferences(seats).map((conference) => (
      <Conference key={conference.conferenceId} conference={conference} />
    ))}
  </div>
);
