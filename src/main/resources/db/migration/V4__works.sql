-- A long work: what is kept of it besides its parts' readings.
create table work (
  id varchar(64) primary key,
  title varchar(1000) not null,
  author varchar(1000),
  settings text not null, -- how it is read, and who has which voice, as the room work writes it
  casting text not null,
  paused boolean not null,
  owner varchar(64),
  created timestamp with time zone not null,
  heard timestamp with time zone not null,
  place_part integer,
  place_millis bigint
);
create index work_heard on work (heard);

create table work_chapter (
  work varchar(64) not null references work (id) on delete cascade,
  number integer not null,
  title varchar(1000) not null,
  primary key (work, number)
);

-- A part of a chapter; a reading of its own. Its text stays, so that it can be read again.
create table work_part (
  work varchar(64) not null references work (id) on delete cascade,
  number integer not null,
  chapter integer not null,
  characters integer not null,
  content bytea not null,
  reading varchar(64),
  made boolean not null,
  millis bigint not null,
  problem text,
  primary key (work, number)
);
create index work_part_reading on work_part (reading);
