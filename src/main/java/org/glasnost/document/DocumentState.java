package org.glasnost.document;

/** Where a document stands in its life. */
public enum DocumentState {
  /** Registered; a classifier has yet to confirm what it says of itself. */
  MARKING_REVIEW,
  /** At rest under its marking. */
  PROTECTED,
  /** A declassification review is under way. */
  UNDER_REVIEW,
  /** Determined; redaction, check and publication are under way. */
  RELEASE_PENDING,
  /** The whole text is open. */
  RELEASED_IN_FULL,
  /** A copy without what is withheld is open; the record itself is not. */
  RELEASED_IN_PART,
  /** No longer classified, and withheld as a whole on other grounds. */
  DECLASSIFIED_WITHHELD,
  /** Registered in error. */
  WITHDRAWN,
  /** Its key is gone, and with it all its words; its markings and its journal remain. */
  DESTROYED
}
