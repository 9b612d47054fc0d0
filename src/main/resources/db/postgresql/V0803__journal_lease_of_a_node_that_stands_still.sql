-- Room audit: whoever places events holds the lease's row until the batch is committed. A node that stands still in the
-- midst of one, or whose machine is gone without a word, would hold it for as long as its connection is believed to
-- live, hours by default, and nobody could follow it. So its transaction ends when it was idle for as long as a lease.
create function journal_lease_ends() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
begin
    perform set_config('idle_in_transaction_session_timeout', '5000', true);
    return new;
end $$;
revoke all on function journal_lease_ends() from public;

create trigger ends before update on journal_lease for each row execute function journal_lease_ends();
