package org.glasnost.process.worklist;

import java.util.Optional;
import org.glasnost.audit.Occasion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The circumstances under which the engine is being moved, for what the work list writes while it
 * moves. The engine calls back on the same thread and knows nothing of them.
 */
@Component
class CurrentOccasion {
  private static final ThreadLocal<@Nullable Occasion> BOUND = new ThreadLocal<>();

  CurrentOccasion() {}

  Optional<Occasion> get() {
    return Optional.ofNullable(BOUND.get());
  }

  /** Runs a move of the engine under circumstances. */
  void during(Occasion occasion, Runnable move) {
    Occasion outer = BOUND.get();
    BOUND.set(occasion);
    try {
      move.run();
    } finally {
      if (outer == null) {
        BOUND.remove();
      } else {
        BOUND.set(outer);
      }
    }
  }
}
