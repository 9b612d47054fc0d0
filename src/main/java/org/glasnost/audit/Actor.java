package org.glasnost.audit;

import java.util.UUID;

/**
 * Who acts, as the journal names them.
 *
 * @param id the account's id
 * @param office position and agency as held at the time, such as {@code "Reviewer, STATE"}
 */
public record Actor(UUID id, String office) {
  /** The product itself: start-up, timers, demo intake of definitions. */
  public static final Actor SYSTEM =
      new Actor(UUID.fromString("00000000-0000-0000-0000-000000000000"), "Glasnost");
}
