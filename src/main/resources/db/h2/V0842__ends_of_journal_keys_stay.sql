create trigger journal_key_end_stays before update, delete on journal_key_end for each row call 'org.glasnost.audit.KeptRows';
