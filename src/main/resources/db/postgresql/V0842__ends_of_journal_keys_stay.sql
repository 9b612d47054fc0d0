create trigger stays before update or delete on journal_key_end for each row execute function journal_row_stays();
create trigger stays_whole before truncate on journal_key_end for each statement execute function journal_row_stays();
