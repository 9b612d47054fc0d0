package org.glasnost.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.glasnost.authority.Credential;
import org.glasnost.web.edge.VerifiedPairs.Outcome;
import org.junit.jupiter.api.Test;

/** What is remembered of a verified pair, and for how long; how often a password may be wrong. */
class VerifiedPairsTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final InstantSource source = now::get;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final VerifiedPairs pairs = new VerifiedPairs(clock);
  private final UUID account = UUID.randomUUID();
  private final Credential credential =
      new Credential(account, "someone", "hash one", false, false, false);
  private final AtomicInteger verified = new AtomicInteger();

  private Outcome check(Credential of, String password) {
    return pairs.check(
        of,
        password,
        () -> {
          verified.incrementAndGet();
          return password.equals("right");
        });
  }

  @Test
  void verifiesOnceAMinute() {
    assertThat(check(credential, "right")).isEqualTo(Outcome.VERIFIED);
    now.updateAndGet(time -> time.plusSeconds(59));
    assertThat(check(credential, "right")).isEqualTo(Outcome.REMEMBERED);
    now.updateAndGet(time -> time.plusSeconds(1));
    assertThat(check(credential, "right")).isEqualTo(Outcome.VERIFIED);
    assertThat(verified).hasValue(2);
  }

  @Test
  void remembersNoWrongPasswordAndNoPairOfAnotherStoredPassword() {
    assertThat(check(credential, "wrong")).isEqualTo(Outcome.WRONG);
    assertThat(check(credential, "wrong")).isEqualTo(Outcome.WRONG);
    assertThat(check(credential, "right")).isEqualTo(Outcome.VERIFIED);
    Credential changed = new Credential(account, "someone", "hash two", false, false, false);
    assertThat(check(changed, "right")).isEqualTo(Outcome.VERIFIED);
    assertThat(verified).hasValue(4);
  }
}
