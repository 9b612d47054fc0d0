package org.glasnost.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When something held, and when the record knew it: the two times of every row of this room. Rows
 * are never overwritten; what turns out otherwise is superseded by a new row.
 *
 * @param validFrom the first day on which it held, in the office's zone
 * @param validTo the last day on which it held, or null where no end is known
 * @param recordedAt the instant from which the record says so
 * @param supersededAt the instant from which the record no longer says so, or null
 */
@Embeddable
record Held(
    @Column(name = "valid_from", nullable = false) LocalDate validFrom,
    @Column(name = "valid_to") @Nullable LocalDate validTo,
    @Column(name = "recorded_at", nullable = false) Instant recordedAt,
    @Column(name = "superseded_at") @Nullable Instant supersededAt) {

  Held {
    if (validTo != null && validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException("what holds ends after it begins");
    }
    if (supersededAt != null && supersededAt.isBefore(recordedAt)) {
      throw new IllegalArgumentException("what is superseded was recorded before");
    }
  }

  /** From that day on, as recorded now. */
  static Held from(LocalDate day, Instant now) {
    return new Held(day, null, now, null);
  }

  /** The same, as the record said until that instant. */
  Held superseded(Instant now) {
    return new Held(validFrom, validTo, recordedAt, now);
  }

  /** Whether the record still says so. */
  boolean current() {
    return supersededAt == null;
  }

  /** Whether it held on that day, by what the record said at that instant. */
  boolean at(LocalDate day, Instant knownAt) {
    return !day.isBefore(validFrom)
        && (validTo == null || !day.isAfter(validTo))
        && !knownAt.isBefore(recordedAt)
        && (supersededAt == null || knownAt.isBefore(supersededAt));
  }
}
