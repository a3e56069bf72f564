-- A reading's plan is written once, in parts; what changes while it is spoken is little. Rows of
-- version 1 keep their document until the reading is opened again.
alter table reading alter column document drop not null;
alter table reading add column states text;
alter table reading add column title varchar(1000);
alter table reading add column url varchar(4000);
alter table reading add column heard timestamp with time zone;
update reading set heard = created;
create index reading_created on reading (created);
create index reading_heard on reading (heard);

create table reading_plan (
  reading varchar(64) not null references reading (id) on delete cascade,
  part integer not null,
  content bytea not null,
  primary key (reading, part)
);

-- The keys of its clips, 32 bytes each.
create table reading_clips (
  reading varchar(64) not null references reading (id) on delete cascade,
  part integer not null,
  content bytea not null,
  primary key (reading, part)
);

-- The keys that asked for it.
create table reading_owner (
  reading varchar(64) not null references reading (id) on delete cascade,
  owner varchar(64) not null,
  primary key (reading, owner)
);
create index reading_owned on reading_owner (owner);
