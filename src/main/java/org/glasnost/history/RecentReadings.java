package org.glasnost.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which questions to the journal were recorded a moment ago, so that going on from page to page is
 * not recorded at every page: otherwise the journal would grow ahead of whoever reads it to its
 * end.
 */
final class RecentReadings {
  private static final Duration MOMENT = Duration.ofMinutes(1);
  private static final int MOST = 1000;

  private final Clock clock;
  private final Map<Question, Instant> recorded =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Instant> eldest) {
          return size() > MOST;
        }
      };

  private record Question(UUID account, EventFilter filter, JournalQueries.Order order) {}

  RecentReadings(Clock clock) {
    this.clock = clock;
  }

  /** Whether this question of that account has to be recorded now, since it was not just before. */
  synchronized boolean anew(UUID account, EventFilter filter, JournalQueries.Order order) {
    Instant now = clock.instant();
    Instant last = recorded.get(new Question(account, filter, order));
    return last == null || !now.isBefore(last.plus(MOMENT));
  }

  /** It was recorded. */
  synchronized void recorded(UUID account, EventFilter filter, JournalQueries.Order order) {
    Question question = new Question(account, filter, order);
    recorded.remove(question);
    recorded.put(question, clock.instant());
  }
}
