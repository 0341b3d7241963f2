-- `unit_path` is the path of the site's unit, so that a subtree of sites is one condition.
create table site (
  id uuid primary key,
  unit_id uuid not null references unit,
  unit_path uuid[] not null,
  code text not null unique,
  name text not null,
  province text,
  search text not null
);
create index site_subtree on site using gin (unit_path);
