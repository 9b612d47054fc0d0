package org.glasnost.document;

import org.jspecify.annotations.Nullable;

/** What is known of the record's appraisal (32 CFR 2001.30(g), (h)). */
public enum RecordStatus {
  /** Appraised as permanent. */
  PERMANENT,
  /** Temporary or non-record. */
  TEMPORARY,
  /** Not scheduled by NARA: section 3.3 does not apply. */
  UNSCHEDULED,
  /** Nobody has said. Nothing is guessed from it. */
  UNKNOWN;

  /** Whether the record is permanent, or null where that is not known. */
  public @Nullable Boolean permanent() {
    return switch (this) {
      case PERMANENT -> Boolean.TRUE;
      case TEMPORARY -> Boolean.FALSE;
      case UNSCHEDULED, UNKNOWN -> null;
    };
  }
}
