-- Room history: holds on the journal, and orders that bodies lapse. Rows stay: who ordered, who agreed, under what
-- authority. Reasons are sealed under the row's own id.
create table journal_hold (
  id               uuid primary key,
  scope            varchar(16) not null,
  document         uuid,
  actor            uuid,
  kind             varchar(64),
  from_at          timestamp(6) with time zone,
  until_at         timestamp(6) with time zone,
  authority        varchar(400) not null,
  placed_by        uuid not null,
  placed_by_name   varchar(100) not null,
  placed_at        timestamp(6) with time zone not null,
  proposed_by      uuid,
  proposed_by_name varchar(100),
  proposed_at      timestamp(6) with time zone,
  lifted_by        uuid,
  lifted_by_name   varchar(100),
  lifted_at        timestamp(6) with time zone
);

create table lapse_run (
  id              uuid primary key,
  state           varchar(16) not null,
  ordered_by      uuid not null,
  ordered_by_name varchar(100) not null,
  ordered_at      timestamp(6) with time zone not null,
  decided_by      uuid,
  decided_by_name varchar(100),
  decided_at      timestamp(6) with time zone,
  ended_at        timestamp(6) with time zone
);

-- What an order comes to, kind by kind: events recorded before an instant, counted at the order and as they go.
create table lapse_part (
  run       uuid not null references lapse_run (id),
  kind      varchar(64) not null,
  authority varchar(200) not null,
  keep_for  varchar(32) not null,
  before_at timestamp(6) with time zone not null,
  due       bigint not null,
  held      bigint not null,
  lapsed    bigint not null,
  primary key (run, kind)
);

-- What lapsed in one transaction. Its events are listed in a file of its name outside the database.
create table lapse_batch (
  id        uuid primary key,
  kind      varchar(64) not null,
  authority varchar(200) not null,
  lapsed_at timestamp(6) with time zone not null,
  events    bigint not null
);
create index journal_lapse_in_time on journal_lapse (lapsed_at);

-- One row. Whoever lets bodies lapse and whoever places a hold locks it: nothing goes that was held before.
create table journal_retention (
  id integer primary key
);
insert into journal_retention (id) values (1);
