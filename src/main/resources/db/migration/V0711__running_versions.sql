-- Room process: what administrators do about versions that run. Which instance runs on which version is
-- the engine's; here is who stopped a version and why, and how far a migration is. The state of an
-- instance is written in the transaction that moves it, so that what a sudden end leaves goes on.
create table process_suspension (
    process varchar(255) not null,
    version integer not null,
    number integer not null,
    id uuid not null unique,
    suspended_by uuid not null,
    suspended_by_name varchar(100) not null,
    suspended_at timestamp(6) with time zone not null,
    -- The words of the reasons are kept encrypted under these ids.
    reason uuid not null,
    resumed_by uuid,
    resumed_by_name varchar(100),
    resumed_at timestamp(6) with time zone,
    resumption_reason uuid,
    primary key (process, version, number),
    check ((resumed_by is null) = (resumed_at is null))
);

create table migration (
    id uuid primary key,
    process varchar(255) not null,
    from_version integer not null,
    to_version integer not null,
    state varchar(16) not null,
    started_by uuid not null,
    started_by_name varchar(100) not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    revision bigint not null,
    check ((state = 'ENDED') = (ended_at is not null))
);
create index migration_in_time on migration (started_at, id);

create table migration_element (
    migration uuid not null references migration (id),
    source varchar(255) not null,
    target varchar(255) not null,
    primary key (migration, source)
);

create table migration_instance (
    migration uuid not null references migration (id),
    instance varchar(64) not null,
    document uuid,
    state varchar(16) not null,
    tries integer not null,
    why varchar(32),
    element varchar(255),
    primary key (migration, instance)
);
create index migration_instance_by_state on migration_instance (migration, state, instance);
