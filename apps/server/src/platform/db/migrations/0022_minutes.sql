-- How a person was named before: kept whenever it is worded anew, and erasable with the person.
create table speaker_former (
  id bigint generated always as identity primary key,
  conference_id uuid not null references stream,
  speaker_id uuid not null references speaker on delete cascade,
  honorific text not null,
  name text not null,
  position text not null,
  until timestamptz not null default clock_timestamp(),
  -- which command worded it anew: its events have their place in the record
  command_id uuid not null
);
create index speaker_former_of on speaker_former (speaker_id, id);

create table record_note (
  id uuid primary key,
  conference_id uuid not null references conference,
  -- 'note' or 'recommendation'
  kind text not null,
  text text not null,
  raised_by text,
  site_id uuid references site,
  -- the moment that it stands beside
  at timestamptz not null,
  written_at timestamptz not null default clock_timestamp(),
  -- the place of the last change in the order of changes of all notes of the conference
  changed bigint not null,
  withdrawn_at timestamptz
);
create unique index record_note_changed on record_note (conference_id, changed);

create table record_note_former (
  id bigint generated always as identity primary key,
  note_id uuid not null references record_note on delete cascade,
  kind text not null,
  text text not null,
  raised_by text,
  site_id uuid references site,
  until timestamptz not null default clock_timestamp()
);
create index record_note_former_of on record_note_former (note_id, id);

create table record_note_done (
  conference_id uuid not null references conference,
  -- of the change, made by its page
  id uuid not null,
  primary key (conference_id, id)
);
