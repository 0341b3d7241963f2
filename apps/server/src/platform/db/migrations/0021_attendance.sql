-- The sites of a conference with the province that each belongs to, for slices that read and never write them.
-- `province_code` is null for sites of the centre, the hall among them.
create view conference_site as
select i.conference_id, i.site_id, i.hall, i.code, i.name, i.province, i.search, s.unit_id, s.unit_path,
  p.code as province_code, p.name as province_name
from invited_site i
join site s on s.id = i.site_id
left join unit p on p.id = s.unit_path[2];

-- Finds the sites of a province's own unit.
create index site_of_unit on site (unit_id);

-- Who is expected at a site. A row that was removed stays for the marks that name it; its words can be erased.
create table delegate (
  id uuid primary key,
  conference_id uuid not null references conference,
  site_id uuid not null references site,
  honorific text not null,
  name text not null,
  position text,
  unit text,
  kind text not null,
  substitute_for uuid,
  phone text,
  rank integer,
  -- as the latest mark says; all marks stand in attendance_mark
  status text not null default 'unknown',
  arrived_at timestamptz,
  left_at timestamptz,
  -- why absent: may be about health, so it is kept once, where it can be erased
  reason text,
  search text not null,
  -- by given name, which stands last, folded: the same in every database, whatever its collation
  sort_key text not null,
  removed_at timestamptz
);
create index delegate_of_site on delegate (conference_id, site_id);

-- Who came, was absent or left, and when. Nothing is overwritten.
create table attendance_mark (
  id bigint generated always as identity primary key,
  conference_id uuid not null references conference,
  delegate_id uuid not null references delegate,
  status text not null,
  at timestamptz not null,
  noted_at timestamptz not null default clock_timestamp(),
  -- 'clerk', 'province' or 'self'
  noted_by text not null,
  -- the province's site whose clerk noted it
  entered_by_site uuid references site
);
create index attendance_mark_of on attendance_mark (delegate_id, id desc);
create trigger attendance_mark_append_only before update or delete or truncate on attendance_mark for each statement execute function append_only();

-- Answers of sites to roll calls; the latest counts.
create table roll_call_answer (
  id bigint generated always as identity primary key,
  conference_id uuid not null references conference,
  roll_call_id uuid not null,
  site_id uuid not null references site,
  head_count integer not null,
  -- names that were marked as present at that moment
  named integer not null,
  at timestamptz not null default clock_timestamp(),
  entered_by_site uuid references site
);
create trigger roll_call_answer_append_only before update or delete or truncate on roll_call_answer for each statement execute function append_only();

-- The numbers of one site, kept with each change, so that all sites together are one short query.
-- The row is also the lock of those who change the site's attendance.
create table site_attendance (
  conference_id uuid not null references conference,
  site_id uuid not null references site,
  contact_name text,
  contact_phone text,
  summoned integer not null default 0,
  present integer not null default 0,
  -- the latest answer
  roll_call_id uuid,
  head_count integer,
  named integer,
  answered_at timestamptz,
  entered_by_site uuid references site,
  -- the latest reminder, and of which roll call
  reminded_at timestamptz,
  reminded_of uuid,
  primary key (conference_id, site_id)
);

create table roll_call_reminder (
  conference_id uuid not null references conference,
  -- made by the page
  id uuid not null,
  roll_call_id uuid not null,
  sites integer not null,
  at timestamptz not null default clock_timestamp(),
  primary key (conference_id, id)
);

-- Codes that a room screen shows, one at a time: the secret follows from the id and the installation's key.
-- Shown, then opened by a phone (the screen shows the next), then used by one delegate.
create table check_in_code (
  id uuid primary key,
  secret_hash bytea not null unique,
  conference_id uuid not null references conference,
  roll_call_id uuid not null,
  site_id uuid not null references site,
  opened_at timestamptz,
  used_at timestamptz
);
create unique index check_in_code_shown on check_in_code (conference_id, roll_call_id, site_id) where opened_at is null;

-- Changes that were done, by the ids that their pages made: sent twice they are done once.
create table attendance_done (
  conference_id uuid not null references conference,
  id uuid not null,
  primary key (conference_id, id)
);
