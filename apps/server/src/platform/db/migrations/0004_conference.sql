-- What the stream of a conference does not hold: words, and whose it is. Phases and sites are decided in the stream.
create table conference (
  id uuid primary key,
  unit_id uuid not null references unit,
  unit_path uuid[] not null,
  kind text not null,
  name text not null,
  starts_at timestamptz not null,
  hall_site_id uuid not null references site,
  site_limit integer not null,
  support_phone text,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
create index conference_subtree on conference using gin (unit_path);
create index conference_order on conference (starts_at desc, id desc);

-- The sites of a conference with the words of the day of the invitation; written with the stream's own events.
-- The hall has a row of its own and is not counted among the invited.
create table invited_site (
  conference_id uuid not null references conference,
  site_id uuid not null references site,
  hall boolean not null default false,
  code text not null,
  name text not null,
  province text,
  search text not null,
  primary key (conference_id, site_id)
);
create index invited_site_order on invited_site (conference_id, hall desc, code);

-- The phase of a conference is its last event of these.
create index event_phase on event (stream_id, seq desc)
  where type in ('conferencePrepared', 'conferenceOpened', 'conferencePaused', 'conferenceResumed', 'conferenceClosed');
