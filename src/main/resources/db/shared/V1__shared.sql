-- What several machines share, for PostgreSQL. The embedded database has its own steps in db/migration.

create table installation (
  one boolean primary key default true check (one),
  id varchar(36) not null
);

create table reading (
  id varchar(64) primary key,
  finished boolean not null,
  document text,
  states text,
  title varchar(1000),
  url varchar(4000),
  created timestamp with time zone not null,
  heard timestamp with time zone,
  owed boolean not null default false,
  rests boolean not null default false
);
create index reading_unfinished on reading (created) where not finished;
create index reading_created on reading (created);
create index reading_heard on reading (heard);

create table reading_plan (
  reading varchar(64) not null references reading (id) on delete cascade,
  part integer not null,
  content bytea not null,
  primary key (reading, part)
);

create table reading_clips (
  reading varchar(64) not null references reading (id) on delete cascade,
  part integer not null,
  content bytea not null,
  primary key (reading, part)
);

create table reading_owner (
  reading varchar(64) not null references reading (id) on delete cascade,
  owner varchar(64) not null,
  primary key (reading, owner)
);
create index reading_owned on reading_owner (owner);

-- A clip that is kept (bytes), or that a node makes at the moment (holder, epoch, until).
create table clip (
  key bytea primary key,
  bytes bigint,
  sound_end integer,
  exact boolean,
  marks text,
  made timestamp with time zone,
  holder varchar(36),
  epoch bigint not null default 0,
  until timestamp with time zone
);
create index clip_claimed on clip (until) where bytes is null;

-- The nodes at which somebody listens to a reading that isn't finished.
create table waiting (
  reading varchar(64) not null,
  node varchar(36) not null,
  until timestamp with time zone not null,
  primary key (reading, node)
);

-- What administrators decide: keys, castings, lexicons, feeds, levels of voices.
create table document (
  folder varchar(32) not null,
  name varchar(255) not null,
  content bytea not null,
  primary key (folder, name)
);
create table document_change (
  folder varchar(32) primary key,
  number bigint not null
);

create table spent_characters (
  day date primary key,
  sent bigint not null
);

-- db-scheduler's tables (its own definition): sections of readings, and rounds.
create table section_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index section_task_execution_time on section_task (execution_time);
create index section_task_last_heartbeat on section_task (last_heartbeat);
create index section_task_priority on section_task (priority desc, execution_time asc);

create table round_task (like section_task including all);

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

-- What the holder of a key wants to hear and has heard: one small document each.
create table listening_list (
  owner varchar(64) primary key,
  version bigint not null,
  entries text not null,
  changed timestamp with time zone not null
);

-- How often articles were heard, by day and by the site that showed the player. Nothing of who listened.
create table listening_count (
  heard_on date not null,
  reading varchar(64) not null,
  site varchar(253) not null,
  event varchar(16) not null,
  total bigint not null,
  primary key (heard_on, reading, site, event)
);
create index listening_count_reading on listening_count (reading);
