package org.glasnost.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency that may hold an equity in a record.
 *
 * @param id what the API and the database call it, in capitals, such as {@code AIR_FORCE}
 * @param name its full name
 * @param aliases other spellings found in documents
 * @param successors ids of those who answer for its information now; empty where it still exists
 * @param until the day it ended, or null where it still exists
 * @param note one sentence on who decides, or null
 * @param cites what the succession or the note rests on
 */
public record Agency(
    String id,
    String name,
    List<String> aliases,
    List<String> successors,
    @Nullable LocalDate until,
    @Nullable String note,
    List<String> cites) {

  /**
   * @throws IllegalArgumentException if the id is not in capitals, or an agency that ended has no
   *     successor
   */
  public Agency {
    if (!id.matches("[A-Z][A-Z0-9_]*")) {
      throw new IllegalArgumentException("not an agency id: " + id);
    }
    if ((until == null) != successors.isEmpty()) {
      throw new IllegalArgumentException("an agency that ended has a successor: " + id);
    }
    aliases = List.copyOf(aliases);
    successors = List.copyOf(successors);
    cites = List.copyOf(cites);
  }
}
