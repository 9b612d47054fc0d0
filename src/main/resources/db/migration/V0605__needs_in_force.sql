-- Which needs to know run, by who holds them, in the order of lists. Derived from need_to_know and
-- document in the transactions that change those: lists find by it where to look, and ask
-- need_to_know whether it is so.
create table need_in_force (
  need          uuid primary key,
  -- 'a:' and the account, or 'r:', role, ':' and agency, each empty where anybody's will do.
  holder        varchar(120) not null,
  source        varchar(16) not null,
  label         bigint not null,
  registered_at timestamp(6) with time zone not null,
  document      uuid not null
);
create index need_in_force_order on need_in_force (holder, source, label, registered_at, document);
create index need_in_force_document on need_in_force (document);

-- Every combination that need_in_force has or had; a row may stand twice.
create table need_held (
  holder varchar(120) not null,
  source varchar(16) not null,
  label  bigint not null
);
create index need_held_by on need_held (holder, source, label);

create index document_label_order on document (label, registered_at, id);

insert into need_in_force (need, holder, source, label, registered_at, document)
select n.id,
       case when n.account is not null then 'a:' || cast(n.account as varchar(36))
            else 'r:' || coalesce(n.role, '') || ':' || coalesce(n.agency, '') end,
       n.source, d.label, d.registered_at, d.id
from need_to_know n join document d on d.id = n.document
where n.superseded_at is null and (n.valid_to is null or n.valid_to > current_date);

insert into need_held (holder, source, label)
select distinct holder, source, label from need_in_force;
