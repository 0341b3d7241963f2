-- The lines of room screens as they tell them, whoever looks. Written in batches once a second.
create table line_report (
  conference_id uuid not null references conference,
  site_id uuid not null references site,
  -- quality and steps, as people are told them
  saying text not null,
  -- one that needs somebody
  weak boolean not null,
  at timestamptz not null,
  -- grows with each other saying
  changes bigint not null default 0,
  -- the latest and those before it, as JSON
  samples text[] not null,
  primary key (conference_id, site_id)
);
