package org.glasnost.history.retention;

/** What a hold on the journal covers. */
public enum HoldScope {
  /** Every event. */
  EVERYTHING,
  /** The events of one document and of its reviews. */
  DOCUMENT,
  /** The events of what one account did. */
  ACTOR,
  /** The events of one kind. */
  KIND
}
