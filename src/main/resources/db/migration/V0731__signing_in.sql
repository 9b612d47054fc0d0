-- Room web: who is signed in at the pages, so that any node knows. The layout is Spring Session's; what an
-- attribute holds is sealed, and the cookie bears a seal of its own beside the id.
create table user_session (
    primary_id char(36) primary key,
    session_id varchar(64) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index user_session_id on user_session (session_id);
create index user_session_expiry on user_session (expiry_time);
create index user_session_principal on user_session (principal_name);

create table user_session_attributes (
    session_primary_id char(36) not null references user_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- Room web: refused sign-ins in a row, by the hash of the name that was typed, whether there is such an
-- account or not: the one must not cost more work than the other.
create table sign_in_attempt (
    name_hash varchar(64) primary key,
    refused integer not null,
    last_at timestamp(6) with time zone not null,
    tried_again_from timestamp(6) with time zone not null
);
create index sign_in_attempt_last on sign_in_attempt (last_at);

-- Room authority: what programs sign in with beside a password. Of the token only its hash.
create table api_token (
    id uuid primary key,
    account_id uuid not null references account (id),
    name varchar(100) not null,
    scopes varchar(40) not null,
    secret_hash varchar(64) not null,
    seal varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    expires_on date not null,
    last_used_at timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone
);
create index api_token_of_account on api_token (account_id, created_at);
