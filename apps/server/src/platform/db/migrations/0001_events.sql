-- One row, made when the database is made or restored: pages of before start anew when it changes.
create table installation (
  singleton boolean primary key default true check (singleton),
  epoch uuid not null default gen_random_uuid(),
  created_at timestamptz not null default now()
);
insert into installation default values;

-- Rows that no program may change once they stand.
create function append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- One stream a conference. The row is the lock of its writers; (head, hash) the newest event.
create table stream (
  id uuid primary key,
  kind text not null,
  head bigint not null default 0,
  hash bytea not null default ''::bytea
);

create table event (
  stream_id uuid not null references stream,
  seq bigint not null,
  type text not null,
  version smallint not null,
  data text not null,
  actor text not null,
  command_id uuid not null,
  at timestamptz not null,
  hash bytea not null,
  primary key (stream_id, seq)
);
create trigger event_append_only before update or delete or truncate on event for each statement execute function append_only();

-- The answer of a command, for whoever sends it again. Refusals are not stored.
create table command_done (
  stream_id uuid not null references stream,
  command_id uuid not null,
  first_seq bigint not null,
  last_seq bigint not null,
  primary key (stream_id, command_id)
);

-- Work that is due at a time: written with its event, claimed with FOR UPDATE SKIP LOCKED.
create table deadline (
  stream_id uuid not null references stream,
  key text not null,
  due_at timestamptz not null,
  command text not null,
  primary key (stream_id, key)
);
create index deadline_due on deadline (due_at);

-- Changes of tables, in the transaction of the change; sealed in order by one sealer.
create table audit (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  body text not null
);
create index audit_order on audit (xid, id);
create trigger audit_append_only before update or delete or truncate on audit for each statement execute function append_only();

create table seal (
  no bigint primary key,
  prev bytea not null,
  last_xid xid8 not null,
  last_id bigint not null,
  count integer not null,
  hash bytea not null,
  at timestamptz not null default now()
);
create trigger seal_append_only before update or delete or truncate on seal for each statement execute function append_only();
