-- A site has a conversation with each of two desks: the secretary's, and the technical one.
alter table message rename column by_secretary to by_desk;
-- 'secretary' or 'technician'; of announcements and the discussion: the secretary's
alter table message add column desk text not null default 'secretary';
drop index message_of_conversation;
create unique index message_of_conversation on message (conference_id, site_id, desk, no) where thread = 'conversation';

alter table message_site rename column unread_by_secretary to unread_by_desk;
alter table message_site rename column secretary_read_no to desk_read_no;
alter table message_site rename column secretary_read_at to desk_read_at;
-- what is confirmed and read of the discussion stands in the secretary's row
alter table message_site add column desk text not null default 'secretary';
alter table message_site drop constraint message_site_pkey;
alter table message_site add primary key (conference_id, site_id, desk);
