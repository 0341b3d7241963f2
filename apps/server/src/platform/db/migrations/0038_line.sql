-- How much the line of a room screen carries, towards it and from it: steps, as its page said last.
alter table screen_report add column down text, add column up text;
