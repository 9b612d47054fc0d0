-- Room authority: who signs in by the word of an OpenID provider. The subject is the provider's own name for
-- them, which it never gives to another; a user name or an address may change hands.
create table account_identity (
    issuer varchar(500) not null,
    subject varchar(255) not null,
    registration varchar(100) not null,
    account_id uuid not null references account (id),
    created_at timestamp(6) with time zone not null,
    primary key (issuer, subject)
);
create unique index account_identity_of_account on account_identity (account_id);

-- Which rights rest on a provider's claims, and when the provider claimed them no more. One that holds no longer
-- without that was ended by an officer: no claim gives it again.
create table claimed_right (
    right_id uuid primary key,
    account_id uuid not null references account (id),
    issuer varchar(500) not null,
    given_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone
);
create index claimed_right_of_account on claimed_right (account_id);

-- Room web: which session rests on which session of a provider, so that a sign-out there ends it on any node.
create table openid_session (
    session_primary_id char(36) primary key references user_session (primary_id) on delete cascade,
    issuer varchar(500) not null,
    subject varchar(255) not null,
    sid varchar(255)
);
create index openid_session_by_sid on openid_session (sid);
create index openid_session_by_subject on openid_session (subject);

-- Room web: the logout tokens that were taken, so that none is taken twice.
create table openid_logout (
    issuer varchar(500) not null,
    jti varchar(255) not null,
    received_at timestamp(6) with time zone not null,
    primary key (issuer, jti)
);
create index openid_logout_received on openid_logout (received_at);
