-- Runs of the lines of sites against the media server: the latest few of each site.
create table line_run (
  -- made by the page that asks
  id uuid primary key,
  conference_id uuid not null references conference,
  site_id uuid not null references site,
  seat_id uuid not null references seat,
  -- 'site', 'province' or 'centre'
  asked_by text not null,
  asked_at timestamptz not null default clock_timestamp(),
  -- the screen that runs it, and until when it may
  room_seat uuid references seat,
  until timestamptz,
  ended_at timestamptz,
  -- what it found, as JSON; null: nothing
  found text
);
create index line_run_of_site on line_run (conference_id, site_id, asked_at desc);
-- How many run now.
create index line_run_running on line_run (until) where ended_at is null and until is not null;
