-- The place of a person or a screen in one conference.
create table seat (
  id uuid primary key,
  conference_id uuid not null references conference,
  role text not null,
  site_id uuid references site,
  site_name text,
  person_name text,
  search text not null,
  -- whole milliseconds: it is part of a list's cursor
  issued_at timestamptz not null default date_trunc('milliseconds', now()),
  revoked_at timestamptz,
  -- the last change of the seat or its device, for processes that missed the notification
  changed_at timestamptz not null default now()
);
create index seat_changed on seat (changed_at);
create index seat_order on seat (conference_id, issued_at desc, id desc);
-- One clerk and one room screen a site.
create unique index seat_of_site on seat (conference_id, site_id, role) where revoked_at is null and role in ('clerk', 'room');

-- Personal links: 128 bits, of which only a hash is kept. Old ones stay, so that they are told from wrong ones.
create table seat_link (
  secret_hash bytea primary key,
  seat_id uuid not null references seat,
  issued_at timestamptz not null default now(),
  used_at timestamptz,
  ended_at timestamptz
);
create unique index seat_link_current on seat_link (seat_id) where ended_at is null;

-- The device that holds a seat: one at a time.
create table seat_device (
  id uuid primary key,
  seat_id uuid not null references seat,
  token_hash bytea not null unique,
  label text not null,
  bound_at timestamptz not null default now(),
  ended_at timestamptz,
  -- 'revoked' or 'replaced'
  ended_because text
);
create unique index seat_device_current on seat_device (seat_id) where ended_at is null;

-- RFC 8628: a screen shows `user_code`, its clerk confirms it with the clerk's own seat.
create table room_code (
  device_hash bytea primary key,
  -- of the seat token that the screen gets once it is confirmed; it follows from the device code
  token_hash bytea not null,
  user_code text not null unique,
  label text not null,
  expires_at timestamptz not null,
  polled_at timestamptz,
  seat_id uuid references seat
);
create index room_code_expiry on room_code (expires_at);
