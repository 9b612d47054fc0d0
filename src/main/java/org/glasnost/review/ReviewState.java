package org.glasnost.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Where a review, or one document's part in it, stands. */
public enum ReviewState {
  /** Somebody has yet to decide. */
  OPEN,
  /** The determination is signed; redaction and release may be under way. */
  SIGNED,
  /** Nothing is left to do. */
  CLOSED,
  /** Ended without a determination. */
  CANCELLED;

  /**
   * Where several parts stand together: no further than the one that has come least far; a part
   * that was cancelled holds nothing up.
   *
   * @param parts at least one
   */
  static ReviewState together(Collection<ReviewState> parts) {
    List<ReviewState> pursued = parts.stream().filter(part -> part != CANCELLED).toList();
    return pursued.stream().min(Comparator.naturalOrder()).orElse(CANCELLED);
  }
}
