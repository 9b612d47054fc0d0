-- Room document: holds, and orders to destroy. Rows stay: who proposed, who decided, under what
-- authority. Reasons are sealed under the row's own id, for the document's key goes with the document.
create table document_hold (
  id             uuid primary key,
  document       uuid not null references document (id),
  authority      varchar(400) not null,
  placed_by      uuid not null,
  placed_by_name varchar(100) not null,
  placed_at      timestamp(6) with time zone not null,
  lifted_by      uuid,
  lifted_by_name varchar(100),
  lifted_at      timestamp(6) with time zone
);
create index document_hold_document on document_hold (document, placed_at);

create table destruction (
  id               uuid primary key,
  document         uuid not null references document (id),
  state            varchar(16) not null,
  authority        varchar(400) not null,
  due_on           date not null,
  proposed_by      uuid not null,
  proposed_by_name varchar(100) not null,
  proposed_at      timestamp(6) with time zone not null,
  decided_by       uuid,
  decided_by_name  varchar(100),
  decided_at       timestamp(6) with time zone
);
create index destruction_document on destruction (document, proposed_at);
create index destruction_state on destruction (state, decided_at);

-- Room history: the copies of this database that were made by the product's own means.
create table backup_made (
  id      uuid primary key,
  file    varchar(400) not null,
  made_at timestamp(6) with time zone not null
);
create index backup_made_at on backup_made (made_at);
