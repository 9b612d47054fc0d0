package org.glasnost.authority;

import java.time.LocalDate;
import java.util.UUID;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;

/**
 * An authority to classify or declassify, given in writing (E.O. 13526 section 1.3(c), 32 CFR
 * 2001.11).
 *
 * @param id the record of it
 * @param authority to classify or to declassify
 * @param agency whose information it covers
 * @param toLevel the highest level it covers
 * @param from the first day on which it holds
 * @param to the last day on which it holds, or null where no end is set
 */
public record Delegation(
    UUID id,
    Authority authority,
    String agency,
    ClassificationLevel toLevel,
    LocalDate from,
    @Nullable LocalDate to) {

  /** What a delegation lets its holder do. */
  public enum Authority {
    /** To classify in the first instance (E.O. 13526 section 1.3(c)). */
    CLASSIFICATION,
    /** To declassify and to downgrade (E.O. 13526 sections 3.1(b) and 6.1(l)). */
    DECLASSIFICATION
  }

  /**
   * @throws IllegalArgumentException if the agency is blank or the days are out of order, which is
   *     a bug of ours
   */
  public Delegation {
    if (agency.isBlank()) {
      throw new IllegalArgumentException("a delegation covers an agency's information");
    }
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("a delegation ends after it begins");
    }
  }

  /**
   * Whether it gives that authority over that agency's information at that level on that day, both
   * ends included.
   */
  public boolean covers(
      Authority asked, String ofAgency, ClassificationLevel level, LocalDate day) {
    return authority == asked
        && agency.equals(ofAgency)
        && toLevel.dominates(level)
        && !day.isBefore(from)
        && (to == null || !day.isAfter(to));
  }
}
