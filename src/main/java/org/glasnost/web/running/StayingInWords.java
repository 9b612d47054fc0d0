package org.glasnost.web.running;

import org.glasnost.process.engine.Moving.Why;
import org.jspecify.annotations.Nullable;

/** Why an instance stays on its version, as it is told on pages and over HTTP. */
public final class StayingInWords {

  private StayingInWords() {}

  /**
   * One sentence.
   *
   * @param why why it cannot move, or null where the engine failed to move it
   * @param element where it waits, or null where that is not the reason
   */
  public static String of(@Nullable Why why, @Nullable String element) {
    if (why == null) {
      return "The engine failed to move it each time that it was tried.";
    }
    String at = element == null ? "what it waits for" : element;
    return switch (why) {
      case NO_COUNTERPART -> "It waits at " + at + ", which has no counterpart there.";
      case NOT_CARRIED -> "The engine cannot carry over " + at + ".";
      case GONE -> "It has ended, or runs on another version by now.";
    };
  }
}
