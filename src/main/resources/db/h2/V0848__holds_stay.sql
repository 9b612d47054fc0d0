-- Room history: what holds the journal stays, and a lift that is done is not undone (docs/spec/journal.md).
create trigger journal_hold_stays before update, delete on journal_hold for each row call 'org.glasnost.audit.KeptHolds';
