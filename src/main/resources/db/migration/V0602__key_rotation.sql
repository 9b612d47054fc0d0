-- Room content: rotation of the wrapping key. One row for each key of the key store that everything was
-- to be wrapped by; the number of keys rewrapped is written with them, batch by batch, so that what is
-- left after a sudden end is exactly what the row and the keys themselves say.
create index content_key_wrapping on content_key (wrapping_key, owner);

create table key_rotation (
  to_key          varchar(64) primary key,
  from_keys       varchar(4000) not null,
  ordered_by      uuid not null,
  ordered_by_name varchar(100) not null,
  ordered_at      timestamp(6) with time zone not null,
  at_order        bigint not null,
  begun_at        timestamp(6) with time zone,
  rewrapped       bigint not null,
  unopened        bigint not null,
  ended_at        timestamp(6) with time zone
);
create index key_rotation_in_time on key_rotation (ordered_at);
