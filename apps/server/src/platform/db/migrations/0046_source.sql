-- Further cameras and table microphones of sites, as the people there call them.
create table source_text (
  source_id uuid primary key,
  conference_id uuid not null references conference,
  name text not null
);

-- How loud each microphone of a room is, where it has several.
alter table screen_report add column microphones text;
