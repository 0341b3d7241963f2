-- Films are called as people call them: that of a row in its words, one that is shown from a file as the file is called.
alter table row_text add column film_title text not null default '';

create table film_text (
  film_id uuid primary key,
  conference_id uuid not null references conference,
  title text not null
);
