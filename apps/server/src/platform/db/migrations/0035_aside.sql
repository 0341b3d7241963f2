-- Beside the programme: who of the desk talks or listens to which site. Leased, never an event. A row stays until its
-- room on the media server is gone.
create table aside (
  -- made by the page that holds the key
  id uuid primary key,
  conference_id uuid not null references conference,
  -- the operator's
  seat_id uuid not null references seat,
  site_id uuid not null references site,
  -- 'talk' or 'listen'
  kind text not null,
  until timestamptz not null,
  is_over boolean not null default false
);
create index aside_of_conference on aside (conference_id);
create unique index aside_of_seat on aside (seat_id) where not is_over;
create unique index aside_of_site on aside (conference_id, site_id) where not is_over;

-- What an operator wrote to a site: a ready sentence by its code, or a line. The words stand here alone: never in
-- events, audit or logs.
create table cue (
  -- made by the page
  id uuid primary key,
  conference_id uuid not null references conference,
  site_id uuid not null references site,
  seat_id uuid not null references seat,
  code text,
  words text,
  at timestamptz not null default clock_timestamp(),
  seen_at timestamptz,
  check ((code is null) <> (words is null))
);
create index cue_of_conference on cue (conference_id, at desc);
create index cue_of_seat on cue (seat_id, at desc);
