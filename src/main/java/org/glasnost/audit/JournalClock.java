package org.glasnost.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Instants for the journal: to the microsecond, as the database keeps them, and each later than the
 * one before, so that what one transaction records stays in its order. A clock that was set back by
 * more than a second is followed.
 */
final class JournalClock {
  private static final Duration SMALL_STEP_BACK = Duration.ofSeconds(1);

  private final Clock clock;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

  JournalClock(Clock clock) {
    this.clock = clock;
  }

  Instant next() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return last.updateAndGet(
        before ->
            now.isAfter(before) || now.plus(SMALL_STEP_BACK).isBefore(before)
                ? now
                : before.plus(1, ChronoUnit.MICROS));
  }
}
