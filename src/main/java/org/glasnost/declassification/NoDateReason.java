package org.glasnost.declassification;

/** Why there is no date, in order of precedence: where several fit, the first declared speaks. */
public enum NoDateReason {
  /** The level is UNCLASSIFIED or LOU. */
  NOT_CLASSIFIED,
  /** RD, FRD or TFNI: only Energy takes that away. */
  RESTRICTED_DATA,
  /** NATO information: not declassified without NATO. */
  NATO,
  /** Imagery under E.O. 12951: the DNI prescribes date or event. */
  DNI_PRESCRIBES,
  /** The frame does not ask for automatic declassification. */
  OUTSIDE_FRAME,
  /** Temporary or non-record. */
  NOT_PERMANENT,
  /** NARA has not scheduled the records. */
  NOT_SCHEDULED,
  /** Whether the record is permanent is not known. */
  PERMANENCE_UNKNOWN,
  /** An approved file series, whose date stands in the Panel's decision. */
  FILE_SERIES_EXEMPT,
  /** A referred equity whose clock has not started. */
  REFERRAL_PENDING,
  /** The date written is later than the rules allow. */
  DATE_TOO_LATE,
  /** The instruction may not be used or cannot be read, and no rule calculates a date instead. */
  INVALID_INSTRUCTION,
  /** A designator that by rule carries no date. */
  EXEMPTION_WITHOUT_DATE,
  /** The date written is one for review. */
  REVIEW_DATE_ONLY,
  /** The instruction leaves it to the originating agency. */
  ORIGINATOR_MUST_DECIDE,
  /** Its own order exempts or excludes it. */
  EXCLUDED_FROM_SCHEDULE,
  /** The event has not been reported. */
  EVENT_PENDING,
  /** Neither origin nor original classification is dated. */
  NO_BASE_DATE,
  /** The rules leave it to a person. */
  PERSON_MUST_DECIDE
}
