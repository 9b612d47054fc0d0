-- Room audit: what lapsed by law. A body is removed only beside a row here, which says when and by what law; its
-- event, commitment and leaf stay.
create table journal_lapse (
    event uuid primary key references journal_event (id),
    lapsed_at timestamp(6) with time zone not null,
    authority varchar(200) not null
);
