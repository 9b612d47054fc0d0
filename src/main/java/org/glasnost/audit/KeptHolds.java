package org.glasnost.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to remove holds on the journal in the embedded database, to change what one covers, and
 * to take back a lift that is done; PostgreSQL has a trigger of its own for it ({@code
 * db/postgresql}). A guard against mistakes: whoever has the file can go past it, and is found by
 * the comparison with the journal's lines.
 *
 * <p>Called by the database.
 */
public final class KeptHolds implements Trigger {
  /** As many columns of a hold come first and never change; then who proposes, and who lifts. */
  private static final int FIXED = 11;

  private static final int LIFTED_BY = 14;
  private static final int LIFTED_AT = 16;

  /** For the database. */
  public KeptHolds() {}

  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    if (before == null) {
      return;
    }
    if (after == null) {
      throw refused("rows of journal_hold are added and stay");
    }
    if (before[LIFTED_BY] != null || before[LIFTED_AT] != null) {
      throw refused("a hold that was lifted stays lifted");
    }
    for (int column = 0; column < FIXED; column++) {
      if (!Objects.equals(before[column], after[column])) {
        throw refused("what a hold covers, and who placed it, stays");
      }
    }
  }

  private static SQLException refused(String why) {
    return new SQLException("JRN-0020: " + why, KeptRows.RESTRICT_VIOLATION);
  }
}
