package org.glasnost.release.copy;

/**
 * A stretch of a released copy that is treated in one way.
 *
 * @param kind how
 * @param text what stands there: the original's words, or for {@link Kind#WITHHELD} the basis alone
 */
public record CopyRun(Kind kind, String text) {

  /** How a stretch of a copy is treated. */
  public enum Kind {
    /** The original's words. */
    KEPT,
    /** An old marking: the original's words with a line through them, still legible. */
    LINED_THROUGH,
    /** Removed. Only the basis is left. */
    WITHHELD
  }

  /**
   * @throws IllegalArgumentException if there is nothing in it
   */
  public CopyRun {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty run");
    }
  }

  /** The run in plain characters: the words, or {@code [withheld: <basis>]}. */
  public String shown() {
    return switch (kind) {
      case KEPT, LINED_THROUGH -> text;
      case WITHHELD -> "[withheld: " + text + "]";
    };
  }
}
