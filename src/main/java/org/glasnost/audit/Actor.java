package org.glasnost.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as the journal names them.
 *
 * @param id the account's id
 * @param office position and agency as held at the time, such as {@code "Reviewer, STATE"}
 * @param name of the person, as held at the time; null where nobody is known by name
 */
@JsonIgnoreProperties("name") // answers tell id and office; the name stands in the body
public record Actor(UUID id, String office, @Nullable String name) {
  /** The product itself: start-up, timers, demo intake of definitions. */
  public static final Actor SYSTEM =
      new Actor(UUID.fromString("00000000-0000-0000-0000-000000000000"), "Glasnost");

  /** One of whom no name is known. */
  public Actor(UUID id, String office) {
    this(id, office, null);
  }
}
