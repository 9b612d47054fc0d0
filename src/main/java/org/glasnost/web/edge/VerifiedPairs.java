package org.glasnost.web.edge;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.glasnost.authority.Credential;

/**
 * Remembers for a minute that a pair of user name and password was verified, since verifying is
 * slow on purpose and a program sends the pair with each call. Keeps neither: only a hash under a
 * key that this process made and that dies with it. A pair verified against another stored password
 * does not count.
 */
final class VerifiedPairs {
  private static final Duration REMEMBERED = Duration.ofSeconds(60);
  private static final int PRUNED_AT = 1000;
  private static final String HMAC = "HmacSHA256";

  /** What came of asking. */
  enum Outcome {
    /** The pair is not right. */
    WRONG,
    /** The pair was verified just now. */
    VERIFIED,
    /** The pair was verified within the last minute. */
    REMEMBERED
  }

  private record Verified(String seal, Instant until) {}

  private final ConcurrentHashMap<String, Verified> verified = new ConcurrentHashMap<>();
  private final SecretKeySpec key;
  private final Clock clock;

  VerifiedPairs(Clock clock) {
    this.clock = clock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, HMAC);
  }

  /**
   * Whether the password is right. Calls that ask the same at the same time wait for one answer.
   *
   * @param slow verifies; asked only where the pair is not remembered
   */
  Outcome check(Credential credential, String password, BooleanSupplier slow) {
    Instant now = clock.instant();
    if (verified.size() > PRUNED_AT) {
      verified.values().removeIf(entry -> !now.isBefore(entry.until()));
    }
    Outcome[] outcome = {Outcome.WRONG};
    verified.compute(
        hash(credential.userName(), password),
        (pair, known) -> {
          if (known != null
              && known.seal().equals(credential.seal())
              && now.isBefore(known.until())) {
            outcome[0] = Outcome.REMEMBERED;
            return known;
          }
          if (slow.getAsBoolean()) {
            outcome[0] = Outcome.VERIFIED;
            return new Verified(credential.seal(), now.plus(REMEMBERED));
          }
          return null;
        });
    return outcome[0];
  }

  private String hash(String userName, String password) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(userName.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
