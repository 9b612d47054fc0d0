-- Room audit: rows of the journal are added and stay (docs/spec/journal.md). A guard against mistakes: TRUNCATE and
-- whoever drops a trigger go past it, and are found by the tree and by checkpoints kept elsewhere.
create trigger journal_event_stays before update, delete on journal_event for each row call 'org.glasnost.audit.KeptRows';
create trigger journal_body_stays before update, delete on journal_body for each row call 'org.glasnost.audit.KeptRows';
create trigger journal_lapse_stays before update, delete on journal_lapse for each row call 'org.glasnost.audit.KeptRows';
create trigger journal_leaf_stays before update, delete on journal_leaf for each row call 'org.glasnost.audit.KeptRows';
create trigger journal_node_stays before update, delete on journal_node for each row call 'org.glasnost.audit.KeptRows';
create trigger journal_checkpoint_stays before update, delete on journal_checkpoint for each row call 'org.glasnost.audit.KeptRows';
create trigger journal_key_stays before update, delete on journal_key for each row call 'org.glasnost.audit.KeptRows';
create trigger journal_origin_stays before update, delete on journal_origin for each row call 'org.glasnost.audit.KeptRows';
