package org.glasnost.web.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.glasnost.web.transport.Limits.Allowance;
import org.glasnost.web.transport.TransportSettings.Rate;
import org.junit.jupiter.api.Test;

/** How often somebody may call, by a clock that only the test moves. */
class LimitsTest {
  private static final Rate FAR = new Rate(2, 4);
  private static final Rate NEAR = new Rate(10, 20);

  private final AtomicLong now = new AtomicLong();
  private final Limits limits =
      new Limits(
          new TransportSettings(
              AddressBlocks.of(List.of()),
              new Rate(1, 3),
              Map.of(
                  AddressClass.LOOPBACK, NEAR,
                  AddressClass.PRIVATE_NETWORK, NEAR,
                  AddressClass.ELSEWHERE, FAR),
              Map.of(
                  AddressClass.LOOPBACK, NEAR,
                  AddressClass.PRIVATE_NETWORK, FAR,
                  AddressClass.ELSEWHERE, new Rate(1, 1)),
              Duration.ofSeconds(20),
              Duration.ofSeconds(20),
              1024),
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return now.get();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  @Test
  void aCallerHasABurstAndThenARateAndIsToldHowLongToWait() {
    UUID somebody = UUID.randomUUID();
    Allowance theirs = limits.caller(somebody);
    for (int i = 0; i < 3; i++) {
      assertThat(theirs.take()).isTrue();
    }
    assertThat(theirs.take()).isFalse();
    assertThat(theirs.secondsToWait()).isEqualTo(1);

    passes(Duration.ofMillis(500));
    assertThat(limits.caller(somebody).take()).isFalse();
    passes(Duration.ofMillis(500));
    assertThat(limits.caller(somebody).take()).isTrue();
    assertThat(limits.caller(somebody).take()).isFalse();
    assertThat(limits.caller(UUID.randomUUID()).take()).isTrue();
  }

  @Test
  void anAddressIsHeldUpByItsClassAndOfIpv6ByItsNetwork() {
    taken(limits.calls("192.0.2.2"), 4);
    taken(limits.calls("127.0.0.1"), 20);
    taken(limits.calls("10.0.0.1"), 20);
    taken(limits.calls("2001:db8::1"), 4);

    assertThat(limits.calls("2001:db8::2").take()).isFalse();
    assertThat(limits.calls("2001:db8:0:1::2").take()).isTrue();
  }

  @Test
  void attemptsToSignInHaveACountOfTheirOwn() {
    taken(limits.calls("192.0.2.2"), 4);

    taken(limits.signIns("192.0.2.2"), 1);
  }

  @Test
  void whatManyDidAtOnceIsPaidForAfterwards() {
    Allowance theirs = limits.calls("192.0.2.2");
    for (int i = 0; i < 10; i++) {
      theirs.count();
    }
    assertThat(theirs.secondsToWait()).isEqualTo(4);
    passes(Duration.ofSeconds(4));
    assertThat(theirs.secondsToWait()).isZero();
  }

  private void passes(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static void taken(Allowance allowance, int burst) {
    for (int i = 0; i < burst; i++) {
      assertThat(allowance.take()).isTrue();
    }
    assertThat(allowance.take()).isFalse();
  }
}
