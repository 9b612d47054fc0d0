package org.glasnost.review;

/** Where a review, or one document's part in it, stands. */
public enum ReviewState {
  /** Somebody has yet to decide. */
  OPEN,
  /** The determination is signed; redaction and release may be under way. */
  SIGNED,
  /** Nothing is left to do. */
  CLOSED,
  /** Ended without a determination. */
  CANCELLED
}
