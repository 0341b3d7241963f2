-- What a room's own screen measures of its sound, as JSON; null from a page of before.
alter table screen_report add column sound text;
