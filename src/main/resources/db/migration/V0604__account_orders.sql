-- Room authority: accounts that two security officers open, and passwords that they issue.
alter table account add column password_issued boolean default false not null;

-- What one officer proposes and another decides. The name and the office stand only where an account is to
-- be opened. The hash, and the second half of the password under a key of its
-- own, are gone once it is decided.
create table account_order (
    id uuid primary key,
    account uuid not null,
    user_name varchar(100),
    display_name varchar(200),
    position varchar(200),
    agency varchar(50),
    state varchar(12) not null,
    reason uuid not null,
    encoded varchar(200),
    second_half uuid,
    half_key uuid,
    proposed_by uuid not null references account (id),
    proposed_at timestamp(6) with time zone not null,
    decided_by uuid references account (id),
    decided_at timestamp(6) with time zone,
    decision_reason uuid,
    version integer not null
);
create index account_order_by_state on account_order (state, proposed_at);
create index account_order_of_account on account_order (account);
