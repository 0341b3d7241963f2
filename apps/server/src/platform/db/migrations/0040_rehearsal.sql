-- Rehearsals that have ended: what was written or marked in one is none of the conference's own.
create table rehearsal (
  conference_id uuid not null references conference,
  no integer not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  primary key (conference_id, no)
);

-- The phase of a conference is its last event of these.
drop index event_phase;
create index event_phase on event (stream_id, seq desc)
  where type in ('conferencePrepared', 'conferenceOpened', 'conferencePaused', 'conferenceResumed', 'conferenceClosed', 'rehearsalBegun', 'rehearsalEnded');
