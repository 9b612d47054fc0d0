package org.glasnost.authority.office;

import java.util.UUID;
import org.glasnost.authority.Role;
import org.glasnost.policy.OfficeDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who keeps the rights today. */
@Component
class Officers {
  private static final String TODAY =
      "select count(distinct r.account_id) from role_assignment r join account a on a.id ="
          + " r.account_id where a.closed_at is null and r.role = ? and r.superseded_at is null and"
          + " r.valid_from <= ? and (r.valid_to is null or r.valid_to >= ?)";

  private final JdbcClient jdbc;
  private final OfficeDay officeDay;

  Officers(JdbcClient jdbc, OfficeDay officeDay) {
    this.jdbc = jdbc;
    this.officeDay = officeDay;
  }

  boolean isOfficer(UUID account) {
    return count(TODAY + " and r.account_id = ?", account) > 0;
  }

  /** How many there are beside that one. */
  long others(UUID account) {
    return count(TODAY + " and r.account_id <> ?", account);
  }

  private long count(String sql, UUID account) {
    return jdbc.sql(sql)
        .params(Role.SECURITY_OFFICER.name(), officeDay.today(), officeDay.today(), account)
        .query(Long.class)
        .single();
  }
}
