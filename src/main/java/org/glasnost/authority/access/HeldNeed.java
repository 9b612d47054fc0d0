package org.glasnost.authority.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A need to know that officers gave a person, as the record has it, in its two times.
 *
 * @param id the record of it
 * @param document which document
 * @param label under which the document is held now
 * @param source why
 * @param scope how much it opens
 * @param from the first day on which it holds, in the office's zone
 * @param until the first day on which it holds no more, or null where no end is set
 * @param recordedAt the instant from which the record says so
 * @param supersededAt the instant from which the record no longer says so, or null
 * @param order the order of two officers that gave it, or null
 */
public record HeldNeed(
    UUID id,
    UUID document,
    long label,
    GrantSource source,
    GrantScope scope,
    LocalDate from,
    @Nullable LocalDate until,
    Instant recordedAt,
    @Nullable Instant supersededAt,
    @Nullable UUID order) {

  /** Whether it held on a day, by what the record said at an instant. */
  public boolean heldOn(LocalDate day, Instant knownAt) {
    return !day.isBefore(from)
        && (until == null || day.isBefore(until))
        && !knownAt.isBefore(recordedAt)
        && (supersededAt == null || knownAt.isBefore(supersededAt));
  }

  /** Whether the record says now that it holds on that day or will hold later. */
  public boolean runsOn(LocalDate day) {
    return supersededAt == null && (until == null || day.isBefore(until));
  }
}
