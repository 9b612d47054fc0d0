-- Who may sign in. What a person is, may do and is cleared for stands in rows of its own, each with the
-- days on which it held (valid) and the instants between which the record said so (recorded, superseded).
create table account (
    id uuid primary key,
    user_name varchar(100) not null unique,
    password varchar(200) not null,
    demo boolean not null,
    created_at timestamp(6) with time zone not null,
    closed_at timestamp(6) with time zone,
    version integer not null
);

create table post (
    id uuid primary key,
    account_id uuid not null references account (id),
    display_name varchar(200) not null,
    position varchar(200) not null,
    agency varchar(50) not null,
    valid_from date not null,
    valid_to date,
    recorded_at timestamp(6) with time zone not null,
    superseded_at timestamp(6) with time zone
);
create index post_of_account on post (account_id);

create table role_assignment (
    id uuid primary key,
    account_id uuid not null references account (id),
    role varchar(50) not null,
    valid_from date not null,
    valid_to date,
    recorded_at timestamp(6) with time zone not null,
    superseded_at timestamp(6) with time zone
);
create index role_assignment_of_account on role_assignment (account_id);

create table clearance (
    id uuid primary key,
    account_id uuid not null references account (id),
    level varchar(20) not null,
    valid_from date not null,
    valid_to date,
    recorded_at timestamp(6) with time zone not null,
    superseded_at timestamp(6) with time zone
);
create index clearance_of_account on clearance (account_id);

create table read_in (
    id uuid primary key,
    account_id uuid not null references account (id),
    compartment varchar(100) not null,
    valid_from date not null,
    valid_to date,
    recorded_at timestamp(6) with time zone not null,
    superseded_at timestamp(6) with time zone
);
create index read_in_of_account on read_in (account_id);

create table citizenship (
    id uuid primary key,
    account_id uuid not null references account (id),
    country varchar(3) not null,
    valid_from date not null,
    valid_to date,
    recorded_at timestamp(6) with time zone not null,
    superseded_at timestamp(6) with time zone
);
create index citizenship_of_account on citizenship (account_id);

create table nondisclosure_agreement (
    id uuid primary key,
    account_id uuid not null references account (id),
    signed_on date not null,
    valid_from date not null,
    valid_to date,
    recorded_at timestamp(6) with time zone not null,
    superseded_at timestamp(6) with time zone
);
create index nondisclosure_agreement_of_account on nondisclosure_agreement (account_id);

create table delegation (
    id uuid primary key,
    account_id uuid not null references account (id),
    agency varchar(50) not null,
    to_level varchar(20) not null,
    valid_from date not null,
    valid_to date,
    recorded_at timestamp(6) with time zone not null,
    superseded_at timestamp(6) with time zone
);
create index delegation_of_account on delegation (account_id);
