package org.glasnost.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which readings were recorded a moment ago, so that going on from page to page, or coming back to
 * the same page, is not recorded every time: otherwise the journal would grow ahead of whoever
 * reads it to its end. Kept in memory: another node, or the same one after a start, records once
 * more, never less.
 *
 * @param <T> what tells one reading from another, by equality
 */
public final class RecentReadings<T> {
  private static final Duration MOMENT = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<T, Instant> recorded;

  /**
   * @param clock which tells when the minute is over
   * @param most so many are remembered; of more, the oldest are recorded once more
   */
  public RecentReadings(Clock clock, int most) {
    this.clock = clock;
    this.recorded =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<T, Instant> eldest) {
            return size() > most;
          }
        };
  }

  /** Whether this has to be recorded now, since it was not within the minute before. */
  public synchronized boolean anew(T reading) {
    Instant last = recorded.get(reading);
    return last == null || !clock.instant().isBefore(last.plus(MOMENT));
  }

  /** It was recorded: told after the journal has it, so that a failure is tried again. */
  public synchronized void recorded(T reading) {
    recorded.remove(reading);
    recorded.put(reading, clock.instant());
  }
}
