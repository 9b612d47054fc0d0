package org.glasnost.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads who did something, and when, from three columns. */
final class Acts {
  private Acts() {}

  static Destruction.Act of(ResultSet row, String name) throws SQLException {
    Destruction.Act act = orNull(row, name);
    if (act == null) {
      throw new IllegalStateException("nobody is named in " + name);
    }
    return act;
  }

  static Destruction.@Nullable Act orNull(ResultSet row, String name) throws SQLException {
    UUID by = row.getObject(name + "_by", UUID.class);
    return by == null
        ? null
        : new Destruction.Act(
            by,
            row.getString(name + "_by_name"),
            row.getObject(name + "_at", OffsetDateTime.class).toInstant());
  }
}
