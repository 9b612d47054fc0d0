package org.glasnost.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts refused sign-ins in a row, in the database, so that a restart or another node forgets
 * nothing. After five, no password is tried for half a minute, after each further one for twice as
 * long, at most an hour; after a hundred none at all until two officers issue another (NIST SP
 * 800-63B section 3.2.2). It counts by the name that was typed, whether there is such an account or
 * not: who guesses names learns nothing.
 */
@Component
public class SignInAttempts {
  private static final int FREE = 4;
  private static final int MOST = 100;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** For how long names are remembered that nobody tries any more. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** For Spring. */
  SignInAttempts(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  private record Attempts(int refused, Instant triedAgainFrom) {}

  /** Whether no password is tried for that name now. */
  public boolean isLockedOut(String userName) {
    return attempts(hash(userName))
        .filter(
            known -> known.refused() >= MOST || clock.instant().isBefore(known.triedAgainFrom()))
        .isPresent();
  }

  /** One more was refused. */
  public void refused(String userName) {
    String name = hash(userName);
    transaction.executeWithoutResult(
        open -> {
          Instant now = clock.instant();
          jdbc.sql("delete from sign_in_attempt where last_at < ? and refused < ?")
              .params(utc(now.minus(KEPT)), MOST)
              .update();
          int before =
              jdbc.sql("select refused from sign_in_attempt where name_hash = ? for update")
                  .param(name)
                  .query(Integer.class)
                  .optional()
                  .orElse(0);
          int refused = before + 1;
          OffsetDateTime from = utc(now.plus(wait(refused)));
          if (before == 0) {
            jdbc.sql(
                    "insert into sign_in_attempt (name_hash, refused, last_at, tried_again_from)"
                        + " values (?, ?, ?, ?)")
                .params(name, refused, utc(now), from)
                .update();
          } else {
            jdbc.sql(
                    "update sign_in_attempt set refused = ?, last_at = ?, tried_again_from = ?"
                        + " where name_hash = ?")
                .params(refused, utc(now), from, name)
                .update();
          }
        });
  }

  /** One succeeded, or officers issued another password: what was refused before is forgotten. */
  public void forget(String userName) {
    String name = hash(userName);
    if (attempts(name).isPresent()) {
      transaction.executeWithoutResult(
          open -> jdbc.sql("delete from sign_in_attempt where name_hash = ?").param(name).update());
    }
  }

  /** How long no password is tried after so many were refused in a row. */
  static Duration wait(int refused) {
    if (refused <= FREE) {
      return Duration.ZERO;
    }
    int doublings = Math.min(refused - FREE - 1, 10);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private Optional<Attempts> attempts(String name) {
    return jdbc.sql("select refused, tried_again_from from sign_in_attempt where name_hash = ?")
        .param(name)
        .query(
            (row, number) ->
                new Attempts(
                    row.getInt("refused"),
                    row.getObject("tried_again_from", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** A hash, since a password gets typed into the field for the name now and then. */
  private static String hash(String userName) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(userName.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
