-- What is new since last week is found by its time, however much happened before.
create index on activity (at);
