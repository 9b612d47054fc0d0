package org.glasnost.declassification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Another agency's equity, referred and not answered.
 *
 * @param agency whose, or null where it is not named
 * @param by who referred it, or null where it is not known
 * @param notifiedOn the day of formal notification, or null where there was none yet
 */
public record Referral(
    @Nullable String agency, @Nullable Course by, @Nullable LocalDate notifiedOn) {

  /** By whom a referral goes out; the clock differs. */
  public enum Course {
    /** The National Declassification Center, the remote archives capture programme included. */
    NDC,
    /** An agency's centralized facility. */
    AGENCY_FACILITY
  }

  /** By whom it goes out; the National Declassification Center where that is not said. */
  public Course course() {
    return by == null ? Course.NDC : by;
  }
}
