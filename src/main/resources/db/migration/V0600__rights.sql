-- Room authority: what two security officers give, and who gave it. A row without an order was recorded
-- with the account itself.
alter table post add column rights_order uuid;
alter table role_assignment add column rights_order uuid;
alter table clearance add column rights_order uuid;
alter table read_in add column rights_order uuid;
alter table citizenship add column rights_order uuid;
alter table nondisclosure_agreement add column rights_order uuid;
alter table delegation add column rights_order uuid;
alter table need_to_know add column rights_order uuid;

-- Until here the office held said what a delegation was for.
alter table delegation add column kind varchar(20) default 'DECLASSIFICATION' not null;
update delegation set kind = 'CLASSIFICATION'
 where account_id in (select account_id from role_assignment where role = 'ORIGINAL_CLASSIFICATION_AUTHORITY')
   and account_id not in (select account_id from role_assignment where role = 'DECLASSIFICATION_AUTHORITY');

create table training (
    id uuid primary key,
    account_id uuid not null references account (id),
    kind varchar(30) not null,
    completed_on date not null,
    valid_from date not null,
    valid_to date,
    recorded_at timestamp(6) with time zone not null,
    superseded_at timestamp(6) with time zone,
    rights_order uuid
);
create index training_of_account on training (account_id);

-- What one security officer proposes and another decides. The words of the reasons are sealed.
create table rights_order (
    id uuid primary key,
    person uuid not null references account (id),
    kind varchar(20) not null,
    particulars varchar(4000) not null,
    document uuid,
    valid_from date,
    valid_to date,
    state varchar(12) not null,
    reason uuid not null,
    proposed_by uuid not null references account (id),
    proposed_at timestamp(6) with time zone not null,
    decided_by uuid references account (id),
    decided_at timestamp(6) with time zone,
    decision_reason uuid,
    given uuid,
    version integer not null
);
create index rights_order_of_person on rights_order (person, proposed_at);
create index rights_order_by_state on rights_order (state, proposed_at);

-- Why one officer ended something before its time: a right, a need to know, or all of it with an account.
create table rights_ending (
    ended uuid primary key,
    person uuid not null references account (id),
    reason uuid not null,
    ended_by uuid not null references account (id),
    ended_at timestamp(6) with time zone not null
);
create index rights_ending_of_person on rights_ending (person);
