-- Room audit: bodies of these kinds never lapse, whoever asks (docs/spec/journal.md, EventKind.isKeptForGood).
create function journal_lapse_is_lawful() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
declare
    of_kind text;
begin
    execute format('select kind from %I.journal_event where id = $1', tg_table_schema) into of_kind using new.event;
    if of_kind in (
            'DOCUMENT_REGISTERED', 'REGISTRATION_CORRECTED', 'MARKING_CHANGED', 'DETERMINATION_SIGNED',
            'HISTORIC_ACTION_RECORDED', 'RELEASED',
            'POLICY_IN_FORCE', 'EXPORTED', 'BACKED_UP', 'HOLD_PLACED', 'HOLD_LIFTED', 'DESTRUCTION_PROPOSED',
            'DESTRUCTION_REJECTED', 'DOCUMENT_DESTROYED', 'JOURNAL_HOLD_PLACED', 'JOURNAL_HOLD_LIFT_PROPOSED',
            'JOURNAL_HOLD_LIFT_REJECTED', 'JOURNAL_HOLD_LIFTED', 'LAPSE_ORDERED', 'LAPSE_APPROVED', 'LAPSE_REJECTED',
            'BODIES_LAPSED', 'LAPSE_ENDED') then
        raise exception 'JRN-0020: the body of a % is kept for good', of_kind using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
revoke all on function journal_lapse_is_lawful() from public;

create trigger is_lawful before insert on journal_lapse for each row execute function journal_lapse_is_lawful();
