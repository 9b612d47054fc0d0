package org.glasnost.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right as the record has it, in its two times.
 *
 * @param id the record of it
 * @param right what is held
 * @param from the first day on which it holds, in the office's zone
 * @param to the last day on which it holds, or null where no end is set
 * @param recordedAt the instant from which the record says so
 * @param supersededAt the instant from which the record no longer says so, or null
 * @param order the order of two officers that gave it, or null where it came with the account or by
 *     the claims of an OpenID provider
 */
public record HeldRight(
    UUID id,
    Right right,
    LocalDate from,
    @Nullable LocalDate to,
    Instant recordedAt,
    @Nullable Instant supersededAt,
    @Nullable UUID order) {

  static HeldRight of(HeldRow row) {
    Held held = row.held();
    return new HeldRight(
        row.id(),
        row.right(),
        held.validFrom(),
        held.validTo(),
        held.recordedAt(),
        held.supersededAt(),
        row.order());
  }

  /** Whether it held on a day, by what the record said at an instant. */
  public boolean heldOn(LocalDate day, Instant knownAt) {
    return new Held(from, to, recordedAt, supersededAt).at(day, knownAt);
  }

  /** Whether the record says now that it holds on that day or will hold later. */
  public boolean runsOn(LocalDate day) {
    return supersededAt == null && (to == null || !day.isAfter(to));
  }
}
