-- Repeated calls. Neither the caller's key nor the request stands here: call_id is the SHA-256 of caller
-- and key, request_mac a keyed hash of the request under that key, so that a dump tells nothing of what
-- was sent. status is null while the first call runs.
create table idempotency_key (
    call_id varchar(64) primary key,
    request_mac varchar(64) not null,
    status integer,
    location varchar(1000),
    created_at timestamp(6) with time zone not null
);
create index idempotency_key_in_time on idempotency_key (created_at);
