-- Help that sites ask for, and what was checked at them before the opening. Words of a request stand here alone: never in events, audit or logs.

-- One site in numbers, kept with each change, so that all sites together are one short query. The row is also the lock of
-- those who change something of the site.
create table support_site (
  conference_id uuid not null references conference,
  site_id uuid not null references site,
  -- parts of the check that were found right and wrong
  right_parts smallint not null default 0,
  wrong_parts smallint not null default 0,
  -- 'province' or 'centre', and whose seat; null: nobody
  confirmed_by text,
  confirmed_seat uuid references seat,
  confirmed_at timestamptz,
  -- grows with each change of the check
  check_version bigint not null default 0,
  -- grows with each change: the sum over all sites says that something is new
  version bigint not null default 0,
  primary key (conference_id, site_id)
);

create table site_check (
  conference_id uuid not null references conference,
  site_id uuid not null references site,
  -- 'picture', 'sound', 'playback', 'line' or 'name'
  part text not null,
  is_right boolean not null,
  -- 'site', 'province' or 'centre'
  entered_by text not null,
  seat_id uuid not null references seat,
  at timestamptz not null default clock_timestamp(),
  primary key (conference_id, site_id, part)
);

create table province_sign_off (
  conference_id uuid not null references conference,
  province_code text not null,
  seat_id uuid not null references seat,
  -- sites that were not ready then, as the province said
  missing integer not null,
  at timestamptz not null default clock_timestamp(),
  primary key (conference_id, province_code)
);

create table help_request (
  -- made by the page
  id uuid primary key,
  conference_id uuid not null references conference,
  site_id uuid not null references site,
  seat_id uuid not null references seat,
  -- 'noPicture', 'noSound', 'notHeard', 'line' or 'other'
  kind text not null,
  -- a line of the site; empty: none
  note text not null,
  opened_at timestamptz not null default clock_timestamp(),
  -- untaken until then, it comes to the centre
  due_at timestamptz not null,
  passed_at timestamptz,
  taken_seat uuid references seat,
  taken_by_centre boolean,
  taken_at timestamptz,
  answer text,
  answered_at timestamptz,
  -- 'withdrawn' or 'solved'
  ended_how text,
  ended_at timestamptz
);
-- One open request a site.
create unique index help_request_open on help_request (conference_id, site_id) where ended_at is null;
create index help_request_of_site on help_request (conference_id, site_id, opened_at desc);

-- Whether a site's screen and clerk are connected, for readers that need not know how presence is kept.
create view site_connection as
select conference_id, site_id,
  bool_or(role in ('room', 'delegate') and until > now()) as screen,
  bool_or(role in ('clerk', 'delegate') and until > now()) as clerk,
  max(until) filter (where role in ('room', 'delegate')) as screen_seen
from presence where site_id is not null group by conference_id, site_id;
