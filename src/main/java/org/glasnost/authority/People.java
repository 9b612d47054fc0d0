package org.glasnost.authority;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers who a person is and what they may do. Read anew at each question: a role lost a moment
 * ago is lost at once.
 */
@Component
@Transactional(readOnly = true)
public class People {
  private final Accounts accounts;
  private final Clock clock;

  /** For Spring. */
  People(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * The person with that user name as of now; empty where there is none or the account is closed.
   */
  public Optional<Person> byUserName(String userName) {
    return accounts.findByUserName(userName).filter(Account::open).flatMap(this::today);
  }

  /** The person with that account as of now; empty where there is none or the account is closed. */
  public Optional<Person> byId(UUID id) {
    return accounts.findById(id).filter(Account::open).flatMap(this::today);
  }

  /**
   * The person behind an account on a day, by what the record said at an instant. Answers for
   * closed accounts too: it is asked of the past.
   *
   * @param day when it held, in the office's zone
   * @param knownAt what was then recorded
   */
  public Optional<Person> asOf(UUID id, LocalDate day, Instant knownAt) {
    return accounts.findById(id).flatMap(account -> account.person(day, knownAt));
  }

  /** Whether there is such an account, open or closed. */
  public boolean has(UUID id) {
    return accounts.existsById(id);
  }

  private Optional<Person> today(Account account) {
    return account.person(LocalDate.now(clock), clock.instant());
  }
}
