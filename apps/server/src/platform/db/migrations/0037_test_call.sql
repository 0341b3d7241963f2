comment on column aside.seat_id is 'Of who began it: an operator, or for a test call a technician or the clerk of a province';
comment on column aside.kind is 'talk, listen or call';
