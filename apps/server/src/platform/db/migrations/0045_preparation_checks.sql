-- How far the technical check of a conference is, beside what was prepared before.
create or replace view conference_preparation as
select c.id as conference_id,
  (select count(*) from seat s where s.conference_id = c.id and s.revoked_at is null and s.role in ('clerk', 'delegate')) as clerks,
  (select count(*) from seat s where s.conference_id = c.id and s.revoked_at is null and s.role = 'chair') as chairs,
  coalesce((select p.items from plan_size p where p.conference_id = c.id), 0) as items,
  coalesce((select p.sheet_rows from plan_size p where p.conference_id = c.id), 0) as sheet_rows,
  (select count(*) from site_attendance a where a.conference_id = c.id and a.summoned > 0) as rosters,
  (select count(*) from support_site v where v.conference_id = c.id and v.right_parts + v.wrong_parts = 5) as checked,
  (select count(*) from support_site v where v.conference_id = c.id and v.right_parts = 5) as ready,
  (select count(*) from province_sign_off o where o.conference_id = c.id) as signed
from conference c;
