-- Public watch links: one in force a conference, opened by many devices. Its secret follows from its id and the
-- installation's key, so an administrator can be shown it again although only a hash is kept.
create table watch_link (
  id uuid primary key,
  conference_id uuid not null references conference,
  secret_hash bytea not null unique,
  -- devices that may watch by it at once
  most integer not null,
  issued_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index watch_link_current on watch_link (conference_id) where ended_at is null;

-- Each device that opens it holds a seat of its own.
alter table seat add column watch_link_id uuid references watch_link;
create index seat_of_watch_link on seat (watch_link_id) where watch_link_id is not null and revoked_at is null;

-- A site of one person, made for one conference: its own device is room screen and clerk's page in one.
alter table site add column personal boolean not null default false;
alter table invited_site add column personal boolean not null default false;
create unique index seat_of_person on seat (conference_id, site_id) where revoked_at is null and role = 'delegate';

create or replace view conference_site as
select i.conference_id, i.site_id, i.hall, i.code, i.name, i.province, i.search, s.unit_id, s.unit_path,
  p.code as province_code, p.name as province_name, i.personal
from invited_site i
join site s on s.id = i.site_id
left join unit p on p.id = s.unit_path[2];
