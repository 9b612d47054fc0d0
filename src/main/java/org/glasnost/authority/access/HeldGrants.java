package org.glasnost.authority.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.glasnost.authority.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grants of need-to-know as they held on a day, by what was recorded at an instant. */
@Component
public class HeldGrants {
  private final JdbcClient jdbc;

  HeldGrants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The grants on a record and those on every record, to whomever, in the order in which they were
   * recorded.
   *
   * @param document the record
   * @param day the day on which they held
   * @param knownAt what was recorded by then counts
   */
  public List<HeldGrant> on(UUID document, LocalDate day, Instant knownAt) {
    Timestamp known = Timestamp.from(knownAt);
    return jdbc.sql(
            "select * from need_to_know where (document = ? or document is null) and valid_from <="
                + " ? and (valid_to is null or valid_to > ?) and recorded_at <= ? and"
                + " (superseded_at is null or superseded_at > ?) order by recorded_at, id")
        .params(document, day, day, known, known)
        .query(HeldGrants::grant)
        .list();
  }

  private static HeldGrant grant(ResultSet row, int number) throws SQLException {
    return new HeldGrant(
        row.getObject("id", UUID.class),
        GrantSource.valueOf(row.getString("source")),
        GrantScope.valueOf(row.getString("scope")),
        row.getObject("account", UUID.class),
        Optional.ofNullable(row.getString("role")).map(Role::valueOf).orElse(null),
        row.getString("agency"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
