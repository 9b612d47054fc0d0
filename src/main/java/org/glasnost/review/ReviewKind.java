package org.glasnost.review;

/** What set a review off. */
public enum ReviewKind {
  /** The originating agency's determination, which OADR calls for. */
  OADR,
  /** Mandatory declassification review, 32 CFR 2001.33. */
  MANDATORY,
  /** A request under the Freedom of Information Act. */
  FOIA,
  /** Automatic declassification is due, 32 CFR 2001.30. */
  AUTOMATIC,
  /** Systematic review, 32 CFR 2001.31. */
  SYSTEMATIC,
  /** Discretionary declassification, 32 CFR 2001.35. */
  DISCRETIONARY
}
