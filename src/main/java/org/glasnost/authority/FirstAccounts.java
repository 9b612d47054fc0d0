package org.glasnost.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.glasnost.audit.Occasion;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may make the first accounts, when there is nobody yet to make any: whoever reads the log of
 * the first start, once, within an hour. The code is kept as a hash only; a new start makes a new
 * one.
 */
@Component
public class FirstAccounts {
  private static final Duration VALID = Duration.ofHours(1);
  private static final int CODE_BYTES = 16;

  /** Two of each: no deployment and no grant is one person's decision. */
  private static final List<Role> OFFICES =
      List.of(Role.ADMINISTRATOR, Role.ADMINISTRATOR, Role.SECURITY_OFFICER, Role.SECURITY_OFFICER);

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final OpeningAccount opening;
  private final Clock clock;

  /** For Spring. */
  FirstAccounts(JdbcClient jdbc, Accounts accounts, OpeningAccount opening, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.opening = opening;
    this.clock = clock;
  }

  /** The roles of the first accounts, in the order in which they are asked for. */
  public static List<Role> offices() {
    return OFFICES;
  }

  /** Makes a code where there is no account; the one before it counts no longer. */
  @Transactional
  public Optional<String> issueCode() {
    if (accounts.count() > 0) {
      return Optional.empty();
    }
    byte[] random = new byte[CODE_BYTES];
    new SecureRandom().nextBytes(random);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    jdbc.sql("delete from first_start_code").update();
    jdbc.sql("insert into first_start_code (id, code_hash, expires_at) values (1, ?, ?)")
        .params(hash(code), clock.instant().plus(VALID).atOffset(ZoneOffset.UTC))
        .update();
    return Optional.of(code);
  }

  /** Whether a code is waiting to be used. */
  @Transactional(readOnly = true)
  public boolean awaited() {
    return accounts.count() == 0 && waitingHash().isPresent();
  }

  /**
   * Opens the first accounts, all or none.
   *
   * @param code from the log
   * @param asked one for each of {@link #offices}, in that order
   * @throws Refused on ground NOT_KNOWN once accounts exist, RULE if the code is not the one or a
   *     rule refuses an account
   */
  @Transactional
  public void open(String code, List<OpenAccount> asked, Occasion occasion) {
    if (accounts.count() > 0) {
      throw Refused.notKnown();
    }
    if (waitingHash().filter(hash(code.strip())::equals).isEmpty()) {
      throw new Refused(
          Ground.RULE,
          Finding.error(
                  "ACC-0010",
                  "This is not the code of the last start, or its hour is over. Start again for a"
                      + " new one.")
              .atMember("/code"));
    }
    if (!asked.stream()
        .map(OpenAccount::roles)
        .toList()
        .equals(OFFICES.stream().map(Set::of).toList())) {
      throw new IllegalArgumentException("the first accounts are of the first offices");
    }
    Refused.ifAnyError(fourPeople(asked));
    asked.forEach(account -> opening.open(account, occasion));
    jdbc.sql("update first_start_code set used_at = ?")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Two pairs of eyes are worth nothing where one person has both. */
  private static List<Finding> fourPeople(List<OpenAccount> asked) {
    List<Finding> findings = new ArrayList<>();
    if (different(asked, OpenAccount::displayName) < asked.size()) {
      findings.add(
          Finding.error(
                  "ACC-0012",
                  "The first accounts are of four different people. Where two have the same name,"
                      + " add what tells them apart.")
              .atMember("/displayName"));
    }
    if (different(asked, OpenAccount::password) < asked.size()) {
      findings.add(
          Finding.error("ACC-0013", "Each of the four chooses a password of their own.")
              .atMember("/password"));
    }
    return findings;
  }

  private static long different(List<OpenAccount> asked, Function<OpenAccount, String> words) {
    return asked.stream()
        .map(words)
        .map(text -> text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
        .distinct()
        .count();
  }

  private Optional<String> waitingHash() {
    OffsetDateTime at = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            "select code_hash from first_start_code where used_at is null and expires_at > ?")
        .param(at)
        .query(String.class)
        .optional();
  }

  private static String hash(String code) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
