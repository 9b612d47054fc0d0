package org.glasnost.declassification;

/** What the rules have done by the day of the question. */
public enum Effect {
  /** Classification runs on to a day in the future. */
  RUNNING,
  /** A rule has ended it; the record keeps its marking until an authority records the fact. */
  ENDED_BY_RULE,
  /** A date that was only calculated has passed: the originator must confirm. */
  CONFIRM_WITH_ORIGINATOR,
  /** Outside the order: Restricted Data, Formerly Restricted Data, TFNI, NATO. */
  EXCLUDED,
  /** None. */
  NONE
}
