package org.glasnost.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Removes the body of an event whose lapse is recorded, in the embedded database and in the same
 * transaction; PostgreSQL has a trigger of its own for it ({@code db/postgresql}). So the
 * application adds a row and removes none.
 *
 * <p>Called by the database, which makes one for each trigger.
 */
public final class LapsedBodies implements Trigger {
  /** For the database. */
  public LapsedBodies() {}

  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    if (after == null) {
      return;
    }
    try (PreparedStatement body =
        connection.prepareStatement("delete from journal_body where event = ?")) {
      body.setObject(1, after[0]);
      body.executeUpdate();
    }
  }
}
