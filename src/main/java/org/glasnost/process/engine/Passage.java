package org.glasnost.process.engine;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One passage of a document through one process definition: what a drawn diagram shows as passed
 * and as current.
 *
 * @param instance the engine's id of the process instance
 * @param definition the engine's id of the definition, version included
 * @param processKey the definition's key
 * @param processVersion the definition's version, from 1
 * @param calledBy the instance that called this one, or null
 * @param startedAt when it began
 * @param endedAt when it ended; null while it runs
 * @param cancelled whether it was ended from outside
 * @param passed ids of the elements that were entered and left
 * @param current ids of the elements where it waits; empty once ended
 */
public record Passage(
    String instance,
    String definition,
    String processKey,
    int processVersion,
    @Nullable String calledBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    boolean cancelled,
    Set<String> passed,
    Set<String> current) {

  /** Copies the sets. */
  public Passage {
    passed = Set.copyOf(passed);
    current = Set.copyOf(current);
  }
}
