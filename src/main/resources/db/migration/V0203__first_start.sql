-- The one-time code that opens /setup on an empty production database, as a hash; at most one row.
create table first_start_code (
    id integer primary key,
    code_hash varchar(64) not null,
    expires_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone
);
