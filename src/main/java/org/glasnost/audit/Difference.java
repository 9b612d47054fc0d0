package org.glasnost.audit;

import java.util.List;

/**
 * A row of the journal whose columns say something else than what was recorded: somebody has had
 * the database in hand. Names no value, since the event may be sealed for whoever is told.
 *
 * @param table where it stands
 * @param at the index of the leaf, or {@code level/index} of a node, the size of a checkpoint's
 *     tree, the id of an event that has no place
 * @param columns which of them
 */
public record Difference(String table, String at, List<String> columns) {
  /** Copies the columns. */
  public Difference {
    columns = List.copyOf(columns);
  }
}
