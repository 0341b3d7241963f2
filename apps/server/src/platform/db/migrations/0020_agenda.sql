-- Words of the agenda and the run sheet. Events carry only their ids.
create table agenda_text (
  item_id uuid primary key,
  conference_id uuid not null references stream,
  title text not null
);

create table row_text (
  row_id uuid primary key,
  conference_id uuid not null references stream,
  cue text not null,
  note text not null
);
