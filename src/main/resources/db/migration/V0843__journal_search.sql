-- Room audit: by what events are found (docs/spec/journal.md). Made from the event and its body by whoever places the
-- event, many at once, so that a business transaction keeps no index but the keys. Whom and what an event concerns
-- goes from here when its body lapses.
create table journal_search (
    event uuid not null,
    recorded_at timestamp(6) with time zone not null,
    kind varchar(64) not null,
    label bigint not null,
    actor uuid,
    document uuid,
    primary key (recorded_at, event)
);
insert into journal_search (event, recorded_at, kind, label, actor, document)
select e.id, e.recorded_at, e.kind, e.label, b.actor, b.document
from journal_leaf l
join journal_event e on e.id = l.event
left join journal_body b on b.event = e.id;

create index journal_search_of_kind on journal_search (kind, recorded_at, event);
-- A question by document or actor is answered from the labels that the auditor may see: each label is a stretch of its
-- own, so that the answer takes no longer where little among much may be seen.
create index journal_search_of_document on journal_search (document, label, recorded_at, event);
create index journal_search_of_actor on journal_search (actor, label, recorded_at, event);
create index journal_search_of_actor_and_kind on journal_search (actor, kind, label, recorded_at, event);

drop index journal_event_in_time;
drop index journal_event_of_kind;
drop index journal_body_of_document;
drop index journal_body_of_actor;
