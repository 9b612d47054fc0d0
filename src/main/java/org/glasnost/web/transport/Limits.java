package org.glasnost.web.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import org.glasnost.web.transport.TransportSettings.Rate;

/**
 * Counts who has called how often. Holds a bounded number of counts: those that were not asked for
 * the longest are forgotten first, and all that would be full again anyway.
 */
final class Limits {
  private static final int MOST = 100_000;

  /** What is counted. */
  private enum Of {
    CALLER,
    CALLS,
    SIGN_INS
  }

  private record Counted(Of of, String whose) {}

  private final Cache<Counted, Bucket> counts;
  private final TransportSettings settings;
  private final TimeMeter time;

  Limits(TransportSettings settings, TimeMeter time) {
    this.settings = settings;
    this.time = time;
    this.counts =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(10))
            .ticker(time::currentTimeNanos)
            .build();
  }

  /** What may be done still by somebody. */
  record Allowance(Bucket bucket) {
    /** Seconds to wait until one more may be done; 0 where it may be now. */
    long secondsToWait() {
      long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
      return nanos == 0 ? 0 : Math.max(1, (nanos + 999_999_999L) / 1_000_000_000L);
    }

    /** Counts one that was done, beyond what is allowed if others did the same at once. */
    void count() {
      bucket.consumeIgnoringRateLimits(1);
    }

    /** Counts one that is to be done, if it may be. */
    boolean take() {
      return bucket.tryConsume(1);
    }
  }

  /** Of somebody who is signed in. */
  Allowance caller(UUID account) {
    return allowance(new Counted(Of.CALLER, account.toString()), settings.caller());
  }

  /** Of calls from an address by nobody who is known. */
  Allowance calls(String address) {
    return allowance(
        new Counted(Of.CALLS, Addresses.countedAs(address)),
        settings.calls(AddressClass.of(address)));
  }

  /** Of attempts to sign in from an address. */
  Allowance signIns(String address) {
    return allowance(
        new Counted(Of.SIGN_INS, Addresses.countedAs(address)),
        settings.signIns(AddressClass.of(address)));
  }

  private Allowance allowance(Counted counted, Rate rate) {
    return new Allowance(
        counts.get(
            counted,
            first ->
                Bucket.builder()
                    .addLimit(
                        limit ->
                            limit
                                .capacity(rate.burst())
                                .refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                    .withCustomTimePrecision(time)
                    .build()));
  }
}
