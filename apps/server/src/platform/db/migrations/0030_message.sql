-- Messages between sites and the secretary. Their words stand here alone: never in events, audit or logs.

-- Whether sites may write, and whether they may discuss among themselves; the latest row counts, without one: on, no discussion.
create table message_switch (
  conference_id uuid not null references conference,
  -- of the change, made by its page
  id uuid not null,
  place bigint generated always as identity,
  is_on boolean not null,
  discussion boolean not null,
  at timestamptz not null default clock_timestamp(),
  primary key (conference_id, id)
);
create index message_switch_latest on message_switch (conference_id, place desc);

create table message (
  -- made by the page
  id uuid primary key,
  -- the order of all messages
  place bigint generated always as identity,
  conference_id uuid not null references conference,
  -- 'conversation' (of one site with the secretary), 'announcement' or 'discussion'
  thread text not null,
  -- whose conversation it is, or which site wrote in the discussion; null: the secretary to all
  site_id uuid references site,
  by_secretary boolean not null,
  seat_id uuid not null references seat,
  -- its number in its thread, from 1 without gaps
  no integer not null,
  text text not null,
  at timestamptz not null default clock_timestamp()
);
create unique index message_of_conversation on message (conference_id, site_id, no) where thread = 'conversation';
create unique index message_of_all on message (conference_id, thread, no) where thread <> 'conversation';
-- Held against the limit of a seat.
create index message_of_seat on message (seat_id, at desc);

-- One site in numbers, kept with each change, so that all sites together are one short query.
-- The row is also the lock of those who write in the site's conversation.
create table message_site (
  conference_id uuid not null references conference,
  site_id uuid not null references site,
  -- of the conversation's latest message; 0: none
  last_no integer not null default 0,
  last_place bigint not null default 0,
  unread_by_secretary integer not null default 0,
  unread_by_site integer not null default 0,
  -- up to which message each has read, and when the latest of them was
  secretary_read_no integer not null default 0,
  secretary_read_at timestamptz,
  site_read_no integer not null default 0,
  site_read_at timestamptz,
  -- announcements that were confirmed
  confirmed integer not null default 0,
  discussion_read_no integer not null default 0,
  -- grows with each change: the sum over all sites says that something is new
  version bigint not null default 0,
  primary key (conference_id, site_id)
);

create table announcement_seen (
  message_id uuid not null references message,
  site_id uuid not null references site,
  at timestamptz not null default clock_timestamp(),
  primary key (message_id, site_id)
);
