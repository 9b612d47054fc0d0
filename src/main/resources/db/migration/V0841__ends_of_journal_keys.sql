-- Room audit: from which size of the tree on a key signs no more. Two keys may sign side by side while one follows the
-- other, so that the end of a key is no longer the beginning of the next.
create table journal_key_end (
    verifier_key varchar(500) primary key references journal_key (verifier_key),
    until_size bigint not null,
    ended_at timestamp(6) with time zone not null
);
insert into journal_key_end (verifier_key, until_size, ended_at)
select k.verifier_key, min(n.from_size), min(n.first_used)
from journal_key k
join journal_key n
    on n.from_size > k.from_size or (n.from_size = k.from_size and n.first_used > k.first_used)
group by k.verifier_key;
