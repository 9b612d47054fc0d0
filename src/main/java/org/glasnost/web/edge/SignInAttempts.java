package org.glasnost.web.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts refused sign-ins per account. After ten within a quarter of an hour no password is tried
 * for that account until the oldest of them is past (NIST SP 800-63B section 3.2.2, rate limiting).
 */
final class SignInAttempts {
  private static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final ConcurrentHashMap<UUID, Deque<Instant>> refused = new ConcurrentHashMap<>();
  private final Clock clock;

  SignInAttempts(Clock clock) {
    this.clock = clock;
  }

  boolean lockedOut(UUID account) {
    Deque<Instant> known =
        refused.computeIfPresent(account, (id, times) -> recent(times).isEmpty() ? null : times);
    return known != null && known.size() >= MOST;
  }

  void refused(UUID account) {
    refused.compute(
        account,
        (id, times) -> {
          Deque<Instant> kept = times == null ? new ArrayDeque<>() : recent(times);
          kept.addLast(clock.instant());
          return kept;
        });
  }

  void succeeded(UUID account) {
    refused.remove(account);
  }

  private Deque<Instant> recent(Deque<Instant> times) {
    Instant from = clock.instant().minus(WINDOW);
    times.removeIf(time -> time.isBefore(from));
    return times;
  }
}
