-- Room history: searches of the journal that an auditor has kept under a name. Each sees their own alone; what a
-- search finds is decided when it is asked, not when it is kept.
create table saved_query (
    id uuid primary key,
    owner uuid not null references account (id),
    name varchar(100) not null,
    document uuid,
    kind varchar(40),
    actor varchar(100),
    day_from date,
    day_to date,
    oldest_first boolean not null,
    saved_at timestamp(6) with time zone not null,
    unique (owner, name)
);
