package org.glasnost.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.glasnost.authority.HeldRight;
import org.glasnost.authority.Right;
import org.glasnost.authority.office.Ending;
import org.glasnost.authority.office.RightWords;
import org.jspecify.annotations.Nullable;

/**
 * A right in its two times, as answered over HTTP.
 *
 * @param particulars what it says, by member
 * @param from the first day on which it holds
 * @param to the last day, or null
 * @param recordedAt from when the record says so
 * @param supersededAt until when it did, or null
 * @param order the order that gave it, or null where it came with the account
 * @param ended that an officer ended it before its time, or null
 */
record RightView(
    UUID id,
    Right.Kind kind,
    Map<String, Object> particulars,
    LocalDate from,
    @Nullable LocalDate to,
    Instant recordedAt,
    @Nullable Instant supersededAt,
    @Nullable UUID order,
    @Nullable EndingView ended) {

  static RightView of(HeldRight held, Map<UUID, Ending> endings) {
    return new RightView(
        held.id(),
        held.right().kind(),
        RightWords.of(held.right()),
        held.from(),
        held.to(),
        held.recordedAt(),
        held.supersededAt(),
        held.order(),
        EndingView.of(endings.get(held.id())));
  }
}
