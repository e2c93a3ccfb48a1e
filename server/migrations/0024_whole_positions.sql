-- Who worked in a unit on a day: the index of those who work there now does not answer for positions that end later.
create index position_unit_person on position (unit_id, person_id);
