-- Which open tasks that nobody has wait for whom, in the order of the list. Derived from work_item,
-- work_item_role and document in the transactions that change those: a page finds by it where to
-- look, and asks of each task whether the caller may know of it.
create table work_item_waiting (
  work_item  uuid not null references work_item (id),
  -- 'r:', role, ':' and agency, as in need_in_force; the agency empty where any will do.
  holder     varchar(120) not null,
  label      bigint not null,
  due        date not null,
  created_at timestamp(6) with time zone not null,
  kind       varchar(32) not null,
  primary key (work_item, holder)
);
create index work_item_waiting_order
  on work_item_waiting (holder, label, due, created_at, work_item);

drop index work_item_assignee;
create index work_item_assignee on work_item (assignee, due_while_open, created_at, id);
create index work_item_review on work_item (review);

insert into work_item_waiting (work_item, holder, label, due, created_at, kind)
select w.id, 'r:' || r.role || ':' || coalesce(w.agency, ''), d.label, w.due_while_open,
       w.created_at, w.kind
from work_item w
join work_item_role r on r.work_item = w.id and r.may_claim
join document d on d.id = w.document
where w.assignee is null and w.due_while_open is not null;
