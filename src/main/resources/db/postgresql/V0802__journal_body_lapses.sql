-- Room audit: what lapses by law lapses in the database itself (docs/spec/journal.md). Whoever may record a lapse
-- needs no right to remove a body. Both functions look for no name along a path that their caller chose.
create or replace function journal_row_stays() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
declare
    lapsed boolean;
begin
    if tg_table_name = 'journal_body' and tg_op = 'DELETE' then
        execute format('select exists (select 1 from %I.journal_lapse where event = $1)', tg_table_schema)
            into lapsed using old.event;
        if lapsed then
            return old;
        end if;
        raise exception 'JRN-0020: a body of the journal goes only when its lapse is recorded'
            using errcode = 'restrict_violation';
    end if;
    raise exception 'JRN-0020: rows of % are added and stay', tg_table_name
        using errcode = 'restrict_violation';
end $$;
revoke all on function journal_row_stays() from public;

create function journal_body_lapses() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
begin
    execute format('delete from %I.journal_body where event = $1', tg_table_schema) using new.event;
    return null;
end $$;
revoke all on function journal_body_lapses() from public;

create trigger lapses after insert on journal_lapse for each row execute function journal_body_lapses();

-- What lapsed before this version.
delete from journal_body where event in (select event from journal_lapse);
