package org.glasnost.authority;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The credentials of the open accounts. */
@Component
@Transactional(readOnly = true)
public class Credentials {
  private static final Duration SHORTEST = Duration.ofHours(1);

  /** As long as a code to recover an account may serve that goes by post (NIST SP 800-63B). */
  private static final Duration LONGEST = Duration.ofDays(21);

  private final Accounts accounts;
  private final Clock clock;
  private final Duration issuedLasts;

  /** For Spring. */
  Credentials(
      Accounts accounts,
      Clock clock,
      @Value("${glasnost.accounts.issued-password-lasts}") Duration issuedLasts) {
    this.accounts = accounts;
    this.clock = clock;
    this.issuedLasts = issuedLasts;
    if (issuedLasts.compareTo(SHORTEST) < 0 || issuedLasts.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "glasnost.accounts.issued-password-lasts is a time of an hour to 21 days, such as 72h.");
    }
  }

  /** The credential of the open account of that name. */
  public Optional<Credential> of(String userName) {
    return accounts
        .findByUserName(userName)
        .filter(Account::open)
        .map(
            account ->
                new Credential(
                    account.id(),
                    account.userName(),
                    account.password(),
                    account.passwordIssued(),
                    account.passwordIssuedAt().filter(this::isLongAgo).isPresent(),
                    account.demo()));
  }

  private boolean isLongAgo(Instant issued) {
    return !clock.instant().isBefore(issued.plus(issuedLasts));
  }

  /** Whether nobody can sign in: no account was ever made. */
  public boolean none() {
    return accounts.count() == 0;
  }

  /** Whether accounts of the demo are on record, whose passwords everybody knows. */
  public boolean demoAccounts() {
    return accounts.existsByDemoTrue();
  }
}
