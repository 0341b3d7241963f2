-- Names and subjects of speeches. Events carry only their ids, so that a name can be corrected or erased
-- while the record of the conference stays as it is.
create table speaker (
  id uuid primary key,
  conference_id uuid not null references stream,
  site_id uuid not null,
  honorific text not null,
  name text not null,
  position text not null,
  updated_at timestamptz not null default now()
);
create index speaker_of_site on speaker (conference_id, site_id);

create table request_text (
  request_id uuid primary key,
  conference_id uuid not null references stream,
  subject text not null
);

-- Who is here: leased, so that a process that dies leaves nobody behind. Lost at a crash on purpose.
create unlogged table presence (
  conference_id uuid not null,
  seat_id uuid not null,
  server_id uuid not null,
  site_id uuid,
  role text not null,
  -- The end of the lease; in the past: when it was last seen.
  until timestamptz not null,
  primary key (conference_id, seat_id, server_id)
);
create index presence_of_site on presence (conference_id, site_id);

-- The last report of each room screen about its own devices, while somebody looks.
create unlogged table screen_report (
  conference_id uuid not null,
  site_id uuid not null,
  body text not null,
  picture text,
  level real not null,
  line text not null,
  at timestamptz not null default now(),
  primary key (conference_id, site_id)
);

-- Rooms that the media server may hold: made when a conference first needs media, gone when they ended.
create table media_room (
  conference_id uuid primary key references stream
);
