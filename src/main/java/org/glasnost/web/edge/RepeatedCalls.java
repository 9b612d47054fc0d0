package org.glasnost.web.edge;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers for a day which calls were made under an Idempotency-Key, and how they ended. A call
 * whose process died before it answered stays undecided: it is never run twice, its key answers 409
 * for the rest of the day and the caller has to look.
 */
@Component
class RepeatedCalls {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final String HMAC = "HmacSHA256";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RepeatedCalls(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * How an earlier call ended.
   *
   * @param status its HTTP status
   * @param location its Location, or null
   */
  record Earlier(int status, @Nullable String location) {}

  private record Row(String requestMac, @Nullable Integer status, @Nullable String location) {}

  /** Names a call by who makes it and under which key. */
  static String callId(UUID caller, String key) {
    return HexFormat.of()
        .formatHex(sha256().digest((caller + " " + key).getBytes(StandardCharsets.UTF_8)));
  }

  /** Hashes a request under the caller's key. */
  static Mac requestMac(String key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  /**
   * Begins a call, or tells how the earlier one under the same key ended.
   *
   * @return null where this is the first, to be ended with {@link #ended} or {@link #undone}
   * @throws Refused on ground CONFLICT while the earlier one runs, RULE if it asked for something
   *     else
   */
  @Nullable Earlier begin(String callId, String requestMac) {
    Instant now = clock.instant();
    try {
      transaction.executeWithoutResult(
          open -> {
            jdbc.sql("delete from idempotency_key where created_at < ?")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
            jdbc.sql(
                    "insert into idempotency_key (call_id, request_mac, created_at)"
                        + " values (?, ?, ?)")
                .params(callId, requestMac, now.atOffset(ZoneOffset.UTC))
                .update();
          });
      return null;
    } catch (DuplicateKeyException known) {
      return earlier(callId, requestMac);
    }
  }

  private Earlier earlier(String callId, String requestMac) {
    Row row =
        jdbc.sql("select request_mac, status, location from idempotency_key where call_id = ?")
            .param(callId)
            .query(Row.class)
            .optional()
            .orElseThrow(RepeatedCalls::stillRunning);
    if (!row.requestMac().equals(requestMac)) {
      throw new Refused(
          Ground.RULE,
          Finding.error(
              "WEB-0013",
              "This form, or this Idempotency-Key, was sent already and asked for something else."
                  + " Load the page anew, or take a new key for a new request."));
    }
    Integer status = row.status();
    if (status == null) {
      throw stillRunning();
    }
    return new Earlier(status, row.location());
  }

  /** The call has done what it was asked. */
  void ended(String callId, int status, @Nullable String location) {
    transaction.executeWithoutResult(
        open ->
            jdbc.sql("update idempotency_key set status = ?, location = ? where call_id = ?")
                .param(1, status)
                .param(2, location, Types.VARCHAR)
                .param(3, callId)
                .update());
  }

  /** The call was refused and nothing has changed: the key is free again. */
  void undone(String callId) {
    transaction.executeWithoutResult(
        open -> jdbc.sql("delete from idempotency_key where call_id = ?").param(callId).update());
  }

  private static Refused stillRunning() {
    return new Refused(
        Ground.CONFLICT,
        Finding.error(
            "WEB-0014",
            "A request under this Idempotency-Key has not been answered yet. Look at what it was"
                + " to change before asking again."));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
