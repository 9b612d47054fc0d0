-- Room audit: in which batch a body lapsed. The line of the journal that tells of the batch bears a digest of its list
-- (docs/spec/journal.md), so that neither a lapse nor its authority can be made up. What lapsed before this version
-- has none, and is counted.
alter table journal_lapse add column batch uuid;
create index journal_lapse_by_batch on journal_lapse (batch);
