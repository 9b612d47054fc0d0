package org.glasnost.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to change and to remove rows of the journal in the embedded database; PostgreSQL has
 * triggers of its own for it ({@code db/postgresql}). A guard against mistakes: whoever has the
 * file can go past it, and is found by the tree.
 *
 * <p>Called by the database, which makes one for each trigger.
 */
public final class KeptRows implements Trigger {
  /** As PostgreSQL calls it: a rule of the data restricts what is asked. */
  static final String RESTRICT_VIOLATION = "23001";

  /** Their first column is the event. */
  private static final Set<String> LAPSING = Set.of("journal_body", "journal_search");

  private String table = "";

  /** For the database. */
  public KeptRows() {}

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String table,
      boolean before,
      int type) {
    this.table = table.toLowerCase(Locale.ROOT);
  }

  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    if (before == null) {
      return;
    }
    boolean removed = after == null;
    if (removed && LAPSING.contains(table)) {
      if (lapsed(connection, before[0])) {
        return;
      }
      throw new SQLException(
          "JRN-0020: a row of " + table + " goes only when the lapse of its event is recorded",
          RESTRICT_VIOLATION);
    }
    throw new SQLException(
        "JRN-0020: rows of " + table + " are added and stay", RESTRICT_VIOLATION);
  }

  private static boolean lapsed(Connection connection, Object event) throws SQLException {
    try (PreparedStatement recorded =
        connection.prepareStatement("select 1 from journal_lapse where event = ?")) {
      recorded.setObject(1, event);
      try (ResultSet found = recorded.executeQuery()) {
        return found.next();
      }
    }
  }
}
