package org.glasnost.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order to destroy a document.
 *
 * @param id of the order, under which its reasons are sealed
 * @param document which
 * @param state how far it is
 * @param authority the disposition authority, such as {@code GRS 4.2, item 001}
 * @param dueOn the day from which that authority lets it be destroyed
 * @param proposed who proposed it, and when
 * @param decided who carried it out or declined it, and when; null while it is proposed
 */
public record Destruction(
    UUID id,
    UUID document,
    DestructionState state,
    String authority,
    LocalDate dueOn,
    Act proposed,
    @Nullable Act decided) {

  /**
   * What one person did.
   *
   * @param by the account
   * @param byName its user name
   * @param at when
   */
  public record Act(UUID by, String byName, Instant at) {}
}
