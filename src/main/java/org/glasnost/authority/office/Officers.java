package org.glasnost.authority.office;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who keeps the rights today: appointed, in an office, with an account that is open. */
@Component
class Officers {
  private static final int NEEDED = 2;
  private static final String TODAY =
      "select a.id from account a where a.closed_at is null and exists (select 1 from"
          + " role_assignment r where r.account_id = a.id and r.role = ? and r.superseded_at is"
          + " null and r.valid_from <= ? and (r.valid_to is null or r.valid_to >= ?)) and exists"
          + " (select 1 from post p where p.account_id = a.id and p.superseded_at is null and"
          + " p.valid_from <= ? and (p.valid_to is null or p.valid_to >= ?)) order by a.id";

  private final JdbcClient jdbc;
  private final OfficeDay officeDay;

  Officers(JdbcClient jdbc, OfficeDay officeDay) {
    this.jdbc = jdbc;
    this.officeDay = officeDay;
  }

  boolean isOfficer(UUID account) {
    return query(TODAY).contains(account);
  }

  /**
   * Keeps every officer's account from change until the transaction ends: of two that end each
   * other at once, the second sees what the first did. To be called before anything is read of the
   * accounts.
   */
  void lock() {
    query(TODAY + " for update");
  }

  /**
   * To be asked under the lock.
   *
   * @throws Refused on ground CONFLICT if fewer than two would be left beside that one
   */
  void requireOthersBeside(UUID account) {
    if (query(TODAY).stream().filter(officer -> !officer.equals(account)).count() < NEEDED) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error(
              "RGT-0023",
              "Two other security officers must remain, or nothing can be given any more. Appoint"
                  + " another one first."));
    }
  }

  private List<UUID> query(String sql) {
    LocalDate today = officeDay.today();
    return jdbc.sql(sql)
        .params(Role.SECURITY_OFFICER.name(), today, today, today, today)
        .query(UUID.class)
        .list();
  }
}
