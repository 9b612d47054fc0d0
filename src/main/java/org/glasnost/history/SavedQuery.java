package org.glasnost.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * A search of the journal that its owner has kept.
 *
 * @param id of it
 * @param name what its owner calls it
 * @param search what is searched for
 * @param savedAt when it was kept
 */
public record SavedQuery(UUID id, String name, Search search, Instant savedAt) {
  /**
   * A search as it is asked at the pages. What is null does not restrict.
   *
   * @param document concerning this document
   * @param kind of this kind
   * @param actor done by whom, as user name or id; at most 100 characters
   * @param from recorded on this day of the office or later
   * @param to recorded on this day of the office or before
   * @param oldestFirst in which order
   */
  public record Search(
      @Nullable UUID document,
      @Nullable EventKind kind,
      @Nullable String actor,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean oldestFirst) {}
}
