-- Decision tables in force, each with all versions that ever were. The newest is in force; rows are
-- never changed, so that what the journal says of a version can be held against its bytes.
create table decision_version (
    decision varchar(100) not null,
    version integer not null,
    deployment uuid not null references deployment (id),
    sha256 varchar(64) not null,
    content bytea not null,
    in_force_since timestamp(6) with time zone not null,
    primary key (decision, version),
    check (version > 0)
);
