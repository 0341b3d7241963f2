-- The tree of units. `path` leads from the root to the unit itself: a subtree is "path contains the unit".
create table unit (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kind text not null,
  parent_id uuid references unit,
  path uuid[] not null,
  -- name and code, folded: how people search without accents
  search text not null
);
create index unit_below on unit (parent_id, code);
create index unit_subtree on unit using gin (path);

create table account (
  id uuid primary key,
  login text not null unique,
  name text not null,
  password_hash text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

-- An administrator holds the role in a unit; it covers the unit's subtree.
create table account_role (
  account_id uuid not null references account,
  unit_id uuid not null references unit,
  primary key (account_id, unit_id)
);

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_expiry on session (expires_at);
