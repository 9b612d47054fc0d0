-- Room authority: when officers issued a password, since it has an end. Those of before begin to count now.
alter table account add column password_issued_at timestamp(6) with time zone;
update account set password_issued_at = current_timestamp where password_issued;
alter table account add constraint account_issued_password_has_its_time
    check (password_issued = (password_issued_at is not null));
