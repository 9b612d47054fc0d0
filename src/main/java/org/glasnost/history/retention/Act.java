package org.glasnost.history.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, and when.
 *
 * @param by the account
 * @param byName its user name at that time
 * @param at when
 */
public record Act(UUID by, String byName, Instant at) {

  /** From the three columns that begin with a name. */
  static @Nullable Act orNull(ResultSet row, String name) throws SQLException {
    UUID by = row.getObject(name + "_by", UUID.class);
    return by == null
        ? null
        : new Act(by, row.getString(name + "_by_name"), instant(row, name + "_at"));
  }

  /** The same, where there must be one. */
  static Act of(ResultSet row, String name) throws SQLException {
    return Objects.requireNonNull(orNull(row, name), name);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(instantOrNull(row, column), column);
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
