-- The home page finds conferences by what was typed, in the form in which names are compared.
alter table conference add column search text not null default '';
update conference set search = lower(translate(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd'));

-- How long agenda and run sheet are: kept with each change of them, so that a page of conferences is one query.
create table plan_size (
  conference_id uuid primary key references stream,
  items integer not null,
  sheet_rows integer not null
);
insert into plan_size (conference_id, items, sheet_rows)
select stream_id,
  greatest(0, count(*) filter (where type = 'agendaItemAdded') - count(*) filter (where type = 'agendaItemRemoved')),
  greatest(0, count(*) filter (where type = 'rowAdded') - count(*) filter (where type = 'rowRemoved'))
from event where type in ('agendaItemAdded', 'agendaItemRemoved', 'rowAdded', 'rowRemoved') group by stream_id;

-- How far the preparation of a conference has come, for slices that read and never write these tables.
create view conference_preparation as
select c.id as conference_id,
  (select count(*) from seat s where s.conference_id = c.id and s.revoked_at is null and s.role in ('clerk', 'delegate')) as clerks,
  (select count(*) from seat s where s.conference_id = c.id and s.revoked_at is null and s.role = 'chair') as chairs,
  coalesce((select p.items from plan_size p where p.conference_id = c.id), 0) as items,
  coalesce((select p.sheet_rows from plan_size p where p.conference_id = c.id), 0) as sheet_rows,
  (select count(*) from site_attendance a where a.conference_id = c.id and a.summoned > 0) as rosters
from conference c;

-- A conference that is made from another one or from a template: hidden until all of it is there.
-- The snapshot says what is to be made, so that the same request goes on where it was interrupted.
create table conference_making (
  conference_id uuid primary key references conference,
  snapshot text not null,
  -- what could not be taken over
  lost text not null,
  ended_at timestamptz
);

-- Snapshots of conferences, to make others from. The words of a removed one are gone.
create table conference_template (
  id uuid primary key,
  unit_id uuid not null references unit,
  unit_path uuid[] not null,
  name text not null,
  search text not null,
  -- of the snapshot, for the list
  kind text not null,
  hall_name text,
  sites integer not null,
  items integer not null,
  sheet_rows integer not null,
  snapshot text not null,
  made_at timestamptz not null default now(),
  removed_at timestamptz
);
create index conference_template_subtree on conference_template using gin (unit_path);
