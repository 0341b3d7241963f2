-- Stills beside the record. The bytes are a file named by their hash; what it is of stands here.
create table still (
  -- made by the page
  id uuid primary key,
  conference_id uuid not null references conference,
  seat_id uuid not null references seat,
  -- the role of that seat
  taken_by text not null,
  -- 'programme' or 'site'
  of text not null,
  -- in the order of the picture
  site_ids uuid[] not null,
  on_air_id uuid references site,
  -- the moment: the last event that the page knew, and its time
  seq bigint not null,
  at timestamptz not null,
  came_at timestamptz not null default clock_timestamp(),
  file char(64) not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  -- its place in the order in which the conference's stills came
  changed bigint not null
);
create unique index still_changed on still (conference_id, changed);
create index still_of_seat on still (seat_id, came_at desc);
