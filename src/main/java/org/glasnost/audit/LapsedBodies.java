package org.glasnost.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Removes the body of an event whose lapse is recorded, and what it was found by, in the embedded
 * database and in the same transaction; PostgreSQL has a trigger of its own for it ({@code
 * db/postgresql}). So the application adds a row and removes none.
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
    changed(connection, "delete from journal_body where event = ?", event);
    if (changed(connection, "delete from journal_search" + OF_THE_EVENT, event, event) > 0) {
      changed(
          connection,
          "insert into journal_search (event, recorded_at, kind, label)"
              + " select id, recorded_at, kind, label from journal_event where id = ?",
          event);
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
