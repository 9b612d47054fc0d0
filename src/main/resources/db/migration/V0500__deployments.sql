-- Process definitions on their way into force. Rows of decided deployments stay: which file was
-- submitted, by whom, and who decided, is answered from here and proved by the journal.
-- A check against a list of words is not written: H2 2.4 ties it to the session that made the table and
-- refuses every row once that session is closed.
create table deployment (
    id uuid primary key,
    name varchar(200) not null,
    source varchar(200),
    state varchar(16) not null,
    submitted_by uuid not null,
    submitted_by_name varchar(100) not null,
    submitted_at timestamp(6) with time zone not null,
    decided_by uuid,
    decided_by_name varchar(100),
    decided_at timestamp(6) with time zone,
    -- The words of a rejection are kept encrypted under this id.
    reason uuid,
    engine_deployment varchar(64),
    check ((state = 'PENDING') = (decided_at is null)),
    check ((decided_by is null) = (decided_at is null))
);
create index deployment_in_time on deployment (submitted_at, id);

create table deployment_file (
    deployment uuid not null references deployment (id),
    position integer not null,
    name varchar(200) not null,
    sha256 varchar(64) not null,
    content bytea not null,
    primary key (deployment, position)
);
create index deployment_file_by_hash on deployment_file (sha256);

create table deployment_finding (
    deployment uuid not null references deployment (id),
    position integer not null,
    rule varchar(8) not null,
    severity varchar(16) not null,
    file varchar(200) not null,
    element varchar(200),
    message varchar(2000) not null,
    primary key (deployment, position)
);
