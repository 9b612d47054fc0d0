package org.glasnost.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens by which programs sign in: issued by their holder, scoped, for a time, shown once, kept as
 * a hash, revocable. A token ends with the password under which it was issued, so that a password
 * issued anew by officers ends whatever somebody else may have made of the old one.
 */
@Component
public class Tokens {
  /** How often the use of a token is noted. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private static final int LONGEST_DAYS = 366;
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 100;
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile("glasnost\\.([0-9a-f]{32})\\.([A-Za-z0-9_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ApiTokens rows;
  private final Credentials credentials;
  private final Journal journal;
  private final OfficeDay officeDay;

  /** For Spring. */
  Tokens(ApiTokens rows, Credentials credentials, Journal journal, OfficeDay officeDay) {
    this.rows = rows;
    this.credentials = credentials;
    this.journal = journal;
    this.officeDay = officeDay;
  }

  /**
   * Issues a token to its holder.
   *
   * @param name what the holder calls it
   * @param scopes in words
   * @param expiresOn the last day on which it serves
   * @throws Refused RULE with every finding; CONFLICT if the holder has too many that serve
   */
  @Transactional
  public ApiToken.Issued issue(
      Person holder,
      @Nullable String name,
      @Nullable List<String> scopes,
      @Nullable LocalDate expiresOn,
      Occasion occasion) {
    LocalDate today = officeDay.today();
    List<Finding> findings = new ArrayList<>();
    String called = name == null ? "" : name.strip();
    if (called.codePointCount(0, called.length()) > LONGEST_NAME || !ShownWords.areLine(called)) {
      findings.add(
          Finding.error("ACC-0022", "A token has a name of 1 to 100 visible characters.")
              .atMember("/name"));
    }
    Set<TokenScope> given = EnumSet.noneOf(TokenScope.class);
    for (String word : scopes == null ? List.<String>of() : scopes) {
      TokenScope.of(word)
          .ifPresentOrElse(
              given::add,
              () ->
                  findings.add(
                      Finding.error("ACC-0023", "A scope is one of read, write, sign.")
                          .atMember("/scopes")));
    }
    if (given.isEmpty() && findings.stream().noneMatch(f -> f.rule().value().equals("ACC-0023"))) {
      findings.add(
          Finding.error("ACC-0023", "A token has a scope at least: read, write, sign.")
              .atMember("/scopes"));
    }
    if (given.contains(TokenScope.SIGN) && !given.contains(TokenScope.WRITE)) {
      findings.add(
          Finding.error(
                  "ACC-0023", "Who signs changes something: a token with sign has write beside it.")
              .atMember("/scopes"));
    }
    if (expiresOn == null
        || expiresOn.isBefore(today)
        || expiresOn.isAfter(today.plusDays(LONGEST_DAYS))) {
      findings.add(
          Finding.error(
                  "ACC-0024", "A token has a last day, from today on, at most 366 days from now.")
              .atMember("/expiresOn"));
    }
    Refused.ifAnyError(findings);
    String seal = credential(holder).seal();
    if (rows.of(holder.id()).stream().filter(row -> row.serves(seal, today)).count() >= MOST) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error(
              "ACC-0025", "You have twenty tokens that serve. Revoke one that you do not need."));
    }
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    ApiTokens.Row row =
        new ApiTokens.Row(
            UUID.randomUUID(),
            holder.id(),
            holder.userName(),
            called,
            given,
            hash(secret),
            seal,
            officeDay.now(),
            Objects.requireNonNull(expiresOn),
            null,
            null);
    rows.add(row);
    journal.append(
        JournalEntry.of(EventKind.TOKEN_ISSUED, occasion)
            .after(
                Map.of(
                    "token",
                    row.id().toString(),
                    "scopes",
                    given.stream().map(TokenScope::word).toList(),
                    "expiresOn",
                    row.expiresOn().toString())));
    return new ApiToken.Issued(
        row.token(true), "glasnost." + row.id().toString().replace("-", "") + "." + secret);
  }

  /** The tokens of their holder, newest first. */
  @Transactional(readOnly = true)
  public List<ApiToken> of(Person holder) {
    String seal = credential(holder).seal();
    LocalDate today = officeDay.today();
    return rows.of(holder.id()).stream().map(row -> row.token(row.serves(seal, today))).toList();
  }

  /**
   * One of them.
   *
   * @throws Refused as not known unless it is the holder's own
   */
  @Transactional(readOnly = true)
  public ApiToken of(Person holder, UUID id) {
    return of(holder).stream()
        .filter(token -> token.id().equals(id))
        .findFirst()
        .orElseThrow(Refused::notKnown);
  }

  /**
   * Ends a token; nothing signs in with it from now on. One that has ended stays so.
   *
   * @throws Refused as not known unless it is the holder's own
   */
  @Transactional
  public void revoke(Person holder, UUID id, Occasion occasion) {
    ApiToken token = of(holder, id);
    if (rows.revoke(token.id(), officeDay.now())) {
      journal.append(
          JournalEntry.of(EventKind.TOKEN_REVOKED, occasion)
              .after(Map.of("token", token.id().toString())));
    }
  }

  /**
   * Whom a token stands for; empty if it serves nobody. What is not of a token's form costs no
   * question to the record.
   */
  @Transactional(readOnly = true)
  public Optional<ApiToken.Presented> presented(String token) {
    Matcher form = FORM.matcher(token);
    if (!form.matches()) {
      return Optional.empty();
    }
    LocalDate today = officeDay.today();
    return rows.find(id(form.group(1)))
        .filter(row -> same(row.secretHash(), hash(form.group(2))))
        .flatMap(
            row ->
                credentials
                    .of(row.userName())
                    .filter(credential -> row.serves(credential.seal(), today))
                    .map(credential -> new ApiToken.Presented(row.token(true), credential)));
  }

  /** Notes that a token was used, and journals it: once a minute at most. */
  @Transactional
  public void noteUse(ApiToken token, Occasion occasion) {
    Instant now = officeDay.now();
    rows.used(token.id(), now);
    journal.append(
        JournalEntry.of(EventKind.SIGNED_IN, occasion)
            .after(Map.of("means", "TOKEN", "token", token.id().toString())));
  }

  /** Whether a use of now is noted. */
  public boolean isToBeNoted(ApiToken token) {
    Instant last = token.lastUsedAt();
    return last == null || last.plus(NOTED).isBefore(officeDay.now());
  }

  private Credential credential(Person holder) {
    return credentials.of(holder.userName()).orElseThrow(Refused::notKnown);
  }

  private static UUID id(String digits) {
    return new UUID(
        Long.parseUnsignedLong(digits.substring(0, 16), 16),
        Long.parseUnsignedLong(digits.substring(16), 16));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
