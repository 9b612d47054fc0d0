-- Room audit: rows of the journal are added and stay, whoever asks, the owner of the tables among them
-- (docs/spec/journal.md). Whoever disables a trigger is found by the tree and by checkpoints kept elsewhere.
create function journal_row_stays() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'journal_body' and tg_op = 'DELETE' then
        if exists (select 1 from journal_lapse where event = old.event) then
            return old;
        end if;
        raise exception 'JRN-0020: a body of the journal goes only when its lapse is recorded'
            using errcode = 'restrict_violation';
    end if;
    raise exception 'JRN-0020: rows of % are added and stay', tg_table_name
        using errcode = 'restrict_violation';
end $$;

create trigger stays before update or delete on journal_event for each row execute function journal_row_stays();
create trigger stays_whole before truncate on journal_event for each statement execute function journal_row_stays();
create trigger stays before update or delete on journal_body for each row execute function journal_row_stays();
create trigger stays_whole before truncate on journal_body for each statement execute function journal_row_stays();
create trigger stays before update or delete on journal_lapse for each row execute function journal_row_stays();
create trigger stays_whole before truncate on journal_lapse for each statement execute function journal_row_stays();
create trigger stays before update or delete on journal_leaf for each row execute function journal_row_stays();
create trigger stays_whole before truncate on journal_leaf for each statement execute function journal_row_stays();
create trigger stays before update or delete on journal_node for each row execute function journal_row_stays();
create trigger stays_whole before truncate on journal_node for each statement execute function journal_row_stays();
create trigger stays before update or delete on journal_checkpoint for each row execute function journal_row_stays();
create trigger stays_whole before truncate on journal_checkpoint for each statement execute function journal_row_stays();
create trigger stays before update or delete on journal_key for each row execute function journal_row_stays();
create trigger stays_whole before truncate on journal_key for each statement execute function journal_row_stays();
create trigger stays before update or delete on journal_origin for each row execute function journal_row_stays();
create trigger stays_whole before truncate on journal_origin for each statement execute function journal_row_stays();
