-- Room document.
create table document (
  id                 uuid primary key,
  version            bigint not null,
  state              varchar(24) not null,
  label              bigint not null,
  registration       uuid not null,
  text_item          uuid not null,
  reading            uuid not null,
  text_length        integer not null,
  portion_count      integer not null,
  document_date      date,
  originating_agency varchar(32),
  holding_agency     varchar(32) not null,
  case_number        varchar(64),
  item               varchar(32),
  enclosure_of       uuid references document (id),
  record_status      varchar(16) not null,
  registered_at      timestamp(6) with time zone not null,
  registered_by      uuid not null,
  open_review        uuid
);
create index document_order on document (registered_at, id);
create index document_label on document (label);
create index document_enclosure on document (enclosure_of);
create index document_case on document (case_number);

-- What a registration said before it was corrected: sealed, never overwritten.
create table registration_version (
  document      uuid not null references document (id),
  number        integer not null,
  registration  uuid not null,
  reason        uuid,
  recorded_at   timestamp(6) with time zone not null,
  recorded_by   uuid not null,
  primary key (document, number)
);

create table portion (
  document uuid not null references document (id),
  number   integer not null,
  kind     varchar(16) not null,
  from_cp  integer not null,
  to_cp    integer not null,
  mark     varchar(400),
  primary key (document, number)
);

-- Two times: the days a marking held, the instants it was recorded and superseded.
create table document_marking (
  id            uuid primary key,
  document      uuid not null references document (id),
  verbatim      varchar(4000),
  level         varchar(16) not null,
  protected_as  varchar(16) not null,
  instruction   varchar(2000),
  confirmed     boolean not null,
  label         bigint not null references label (id),
  valid_from    date not null,
  valid_to      date,
  recorded_at   timestamp(6) with time zone not null,
  superseded_at timestamp(6) with time zone,
  changed_by    uuid not null,
  authority     varchar(400),
  reason_code   varchar(64) not null,
  cites         varchar(2000) not null,
  event         uuid not null
);
create index document_marking_document on document_marking (document, recorded_at);

-- Room review. What people decided is sealed; what is open here only orders the work.
create table review (
  id             uuid primary key,
  kind           varchar(16) not null,
  state          varchar(16) not null,
  case_number    varchar(64),
  received_on    date,
  ordered_on     date not null,
  ordered_at     timestamp(6) with time zone not null,
  ordered_by     uuid not null,
  holding_agency varchar(32) not null,
  particulars    uuid not null
);

create table review_document (
  review   uuid not null references review (id),
  document uuid not null references document (id),
  position integer not null,
  state    varchar(16) not null,
  primary key (review, document)
);
create index review_document_document on review_document (document);

create table review_step (
  id          uuid primary key,
  review      uuid not null references review (id),
  document    uuid not null references document (id),
  number      integer not null,
  kind        varchar(32) not null,
  taken_by    uuid not null,
  taken_at    timestamp(6) with time zone not null,
  decision    uuid not null,
  unique (review, document, number)
);

-- Room release: the register of released copies.
create table release (
  document    uuid primary key references document (id),
  review      uuid not null references review (id),
  copy_item   uuid not null,
  in_part     boolean not null,
  released_on date not null,
  released_at timestamp(6) with time zone not null,
  released_by uuid not null
);

-- Room process: the work list, written in the same transaction as the engine's own rows.
create table work_item (
  id            uuid primary key,
  engine_task   varchar(64) not null unique,
  kind          varchar(32) not null,
  name          varchar(200) not null,
  document      uuid not null references document (id),
  review        uuid,
  agency        varchar(32),
  referred_to   varchar(32),
  roles         varchar(200) not null,
  process       varchar(120) not null,
  assignee      uuid,
  created_at    timestamp(6) with time zone not null,
  claimed_at    timestamp(6) with time zone,
  completed_at  timestamp(6) with time zone,
  cancelled     boolean not null,
  due           date,
  follow_up     date,
  draft         uuid,
  note          uuid,
  version       bigint not null
);
create index work_item_open on work_item (completed_at, due, created_at, id);
create index work_item_document on work_item (document);
create index work_item_assignee on work_item (assignee, completed_at);

create table work_item_role (
  work_item uuid not null references work_item (id),
  role      varchar(40) not null,
  may_claim boolean not null,
  primary key (work_item, role)
);

-- Whom a separation of duties keeps from a task.
create table work_item_barred (
  work_item uuid not null references work_item (id),
  account   uuid not null,
  primary key (work_item, account)
);
