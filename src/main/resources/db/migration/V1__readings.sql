create table reading (
  id varchar(64) primary key,
  finished boolean not null,
  document text not null,
  created timestamp with time zone not null
);

create index reading_unfinished on reading (finished, created);
