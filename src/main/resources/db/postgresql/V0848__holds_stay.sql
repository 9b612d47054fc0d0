-- Room history: what holds the journal stays, whoever asks, the owner of the table among them (docs/spec/journal.md). Who
-- proposes to lift a hold, and who lifts it, is written beside it; a lift that is done is not undone.
create function journal_hold_stays() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'JRN-0020: rows of % are added and stay', tg_table_name
            using errcode = 'restrict_violation';
    end if;
    if old.lifted_by is not null or old.lifted_at is not null then
        raise exception 'JRN-0020: a hold that was lifted stays lifted' using errcode = 'restrict_violation';
    end if;
    if (new.id, new.scope, new.document, new.actor, new.kind, new.from_at, new.until_at, new.authority,
            new.placed_by, new.placed_by_name, new.placed_at)
        is distinct from (old.id, old.scope, old.document, old.actor, old.kind, old.from_at, old.until_at,
            old.authority, old.placed_by, old.placed_by_name, old.placed_at) then
        raise exception 'JRN-0020: what a hold covers, and who placed it, stays' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
revoke all on function journal_hold_stays() from public;

create trigger stays before update or delete on journal_hold for each row execute function journal_hold_stays();
create trigger stays_whole before truncate on journal_hold for each statement execute function journal_hold_stays();
