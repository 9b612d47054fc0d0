-- The place of an open task in the order of the list: the day it is due, or the last day there is;
-- null once the task has ended, so that an index of the order holds open ones first and together.
alter table work_item add column due_while_open date;
update work_item set due_while_open = coalesce(due, date '9999-12-31') where completed_at is null;
drop index work_item_open;
create index work_item_open on work_item (due_while_open, created_at, id);
