-- Room audit: what events are found by is added and stays, but for whom and what an event concerned, which lapses with
-- its body (docs/spec/journal.md).
create or replace function journal_row_stays() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
declare
    lapsed boolean;
begin
    if tg_table_name in ('journal_body', 'journal_search') and tg_op = 'DELETE' then
        execute format('select exists (select 1 from %I.journal_lapse where event = $1)', tg_table_schema)
            into lapsed using old.event;
        if lapsed then
            return old;
        end if;
        raise exception 'JRN-0020: a row of % goes only when the lapse of its event is recorded', tg_table_name
            using errcode = 'restrict_violation';
    end if;
    raise exception 'JRN-0020: rows of % are added and stay', tg_table_name
        using errcode = 'restrict_violation';
end $$;
revoke all on function journal_row_stays() from public;

create or replace function journal_body_lapses() returns trigger language plpgsql
    security definer set search_path = pg_catalog, pg_temp as $$
declare
    found_by bigint;
begin
    execute format('delete from %I.journal_body where event = $1', tg_table_schema) using new.event;
    execute format(
        'delete from %1$I.journal_search s using %1$I.journal_event e'
        ' where e.id = $1 and s.recorded_at = e.recorded_at and s.event = e.id', tg_table_schema) using new.event;
    get diagnostics found_by = row_count;
    if found_by > 0 then
        execute format(
            'insert into %1$I.journal_search (event, recorded_at, kind, label)'
            ' select id, recorded_at, kind, label from %1$I.journal_event where id = $1', tg_table_schema)
            using new.event;
    end if;
    return null;
end $$;
revoke all on function journal_body_lapses() from public;

create trigger stays before update or delete on journal_search for each row execute function journal_row_stays();
create trigger stays_whole before truncate on journal_search for each statement execute function journal_row_stays();

-- An event, its body and its place among those that wait are one statement, and the sequencer reads what it places from
-- them. Foreign keys ask again what cannot be otherwise, once for each row; whoever has the database in hand is held up
-- by the triggers, and found by the comparison that every export makes.
alter table journal_body drop constraint journal_body_event_fkey;
alter table journal_leaf drop constraint journal_leaf_event_fkey;
alter table journal_pending drop constraint journal_pending_event_fkey;
alter table journal_pending drop constraint journal_pending_event_key;

-- Its rows come and go, thousands a second at most, and whoever looks for the first passes the places of those before it.
alter table journal_pending set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

-- What places events asks for some rows of tables that grow all the time. A plan that was made for a small table reads
-- the whole of a large one, until somebody gathers statistics; so its statements are planned each time.
create or replace function journal_lease_ends() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
begin
    perform set_config('idle_in_transaction_session_timeout', '5000', true);
    perform set_config('plan_cache_mode', 'force_custom_plan', true);
    return new;
end $$;
revoke all on function journal_lease_ends() from public;
