-- What clients have left of their shares, as Bucket4j keeps it (id: a hash of client and kind; expires_at: milliseconds).
create table client_share (
  id bigint primary key,
  state bytea,
  expires_at bigint
);
create index client_share_expires on client_share (expires_at);

-- Which readings a client (a hash) asked for lately.
create table client_reading (
  client bigint not null,
  reading varchar(64) not null,
  asked timestamp with time zone not null,
  primary key (client, reading)
);
create index client_reading_asked on client_reading (asked);

-- Requests that are under way to a site; until: when a node that was killed holds it no more.
create table site_place (
  site text not null,
  number integer not null,
  holder varchar(36) not null,
  until timestamp with time zone not null,
  primary key (site, number)
);

-- Sites that asked for rest.
create table site_rest (
  site text primary key,
  status integer not null,
  until timestamp with time zone not null
);

-- Whose turn it is to do what one node does at a time.
create table turn (
  what varchar(32) primary key,
  node varchar(36) not null,
  until timestamp with time zone not null
);

-- Whether a bucket carries this installation's name, so that no second one is taken for it.
alter table installation add column has_bucket boolean not null default false;
