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
