package org.glasnost.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stamp or note that was put on the document later.
 *
 * @param kind what it records
 * @param authority the guide, order, section or authority that it names, or null
 * @param caseNumber the case that it names, as read, or null
 * @param item the item within the case, or null
 * @param by the name or initials that it bears, as read, or null
 * @param on its day, or null
 */
public record Stamp(
    Kind kind,
    @Nullable String authority,
    @Nullable String caseNumber,
    @Nullable String item,
    @Nullable String by,
    @Nullable LocalDate on) {

  /** What stamps record. */
  public enum Kind {
    /** Declassified in full. */
    DECLASSIFIED,
    /** Declassified in part. */
    DECLASSIFIED_IN_PART,
    /** Approved for release. */
    RELEASED,
    /** Released in part, or in a copy from which words were taken out. */
    RELEASED_IN_PART,
    /** Downgraded. */
    DOWNGRADED,
    /** A date alone that by place and time can only be that of a review or declassification. */
    DECLASSIFICATION_DATE,
    /** A case and item number alone. */
    CASE,
    /** Seen by an official. */
    SEEN,
    /** Number of a log of correspondence, such as SYSTEM II. */
    LOG
  }
}
