package org.glasnost.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Removes the body of an event whose lapse is recorded, and what it was found by, in the embedded
 * database and in the same transaction; PostgreSQL has a trigger of its own for it ({@code
 * db/postgresql}). So the application adds a row and removes none.
 *
 * <p>Refuses it of kinds that are kept for good.
 *
 * <p>Called by the database, which makes one for each trigger.
 */
public final class LapsedBodies implements Trigger {
  private static final String OF_THE_EVENT =
      " where recorded_at = (select recorded_at from journal_event where id = ?) and event = ?";

  /** For the database. */
  public LapsedBodies() {}

  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    if (after == null) {
      return;
    }
    Object event = after[0];
    requireLawful(connection, event);
    changed(connection, "delete from journal_body where event = ?", event);
    if (changed(connection, "delete from journal_search" + OF_THE_EVENT, event, event) > 0) {
      changed(
          connection,
          "insert into journal_search (event, recorded_at, kind, label)"
              + " select id, recorded_at, kind, label from journal_event where id = ?",
          event);
    }
  }

  private static void requireLawful(Connection connection, Object event) throws SQLException {
    try (PreparedStatement asked =
        connection.prepareStatement("select kind from journal_event where id = ?")) {
      asked.setObject(1, event);
      try (ResultSet found = asked.executeQuery()) {
        if (found.next()
            && EventKind.named(found.getString(1)).map(EventKind::isKeptForGood).orElse(true)) {
          throw new SQLException(
              "JRN-0020: the body of a " + found.getString(1) + " is kept for good",
              KeptRows.RESTRICT_VIOLATION);
        }
      }
    }
  }

  private static int changed(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
