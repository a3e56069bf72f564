-- Where each listener with a key stopped in a work; the place in the table work is that of whoever came last.
create table work_place (
  work varchar(64) not null references work (id) on delete cascade,
  listener varchar(64) not null,
  part integer not null,
  millis bigint not null,
  primary key (work, listener)
);

-- Pictures that came with documents, as JPEG.
create table work_cover (
  work varchar(64) primary key references work (id) on delete cascade,
  content bytea not null
);
create table reading_cover (
  reading varchar(64) primary key references reading (id) on delete cascade,
  content bytea not null
);
