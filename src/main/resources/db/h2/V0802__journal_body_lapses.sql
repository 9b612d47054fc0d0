-- Room audit: what lapses by law lapses in the database itself (docs/spec/journal.md): whoever records it removes
-- nothing.
create trigger journal_body_lapses after insert on journal_lapse for each row call 'org.glasnost.audit.LapsedBodies';

-- What lapsed before this version.
delete from journal_body where event in (select event from journal_lapse);
