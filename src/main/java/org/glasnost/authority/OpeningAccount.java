package org.glasnost.authority;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.policy.Agencies;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens an account, with the person's office, roles, clearance and delegations from today on, and
 * the trainings completed today. United States citizenship and a nondisclosure agreement signed
 * today are recorded with it where the person is cleared.
 */
@Component
public class OpeningAccount {
  /** The rule that another account has the user name. */
  public static final String TAKEN = "ACC-0003";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CHANCE_BYTES = 32;
  private static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,99}");

  private final Accounts accounts;
  private final EntityManager entities;
  private final Agencies agencies;
  private final PasswordRules rules;
  private final PasswordEncoder passwords;
  private final Journal journal;
  private final Clock clock;

  /** For Spring. */
  OpeningAccount(
      Accounts accounts,
      EntityManager entities,
      Agencies agencies,
      PasswordRules rules,
      PasswordEncoder passwords,
      Journal journal,
      Clock clock) {
    this.accounts = accounts;
    this.entities = entities;
    this.agencies = agencies;
    this.rules = rules;
    this.passwords = passwords;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Opens the account.
   *
   * @return its id
   * @throws Refused on ground RULE with every rule that the request breaks
   */
  @Transactional
  public UUID open(OpenAccount asked, Occasion occasion) {
    Refused.ifAnyError(check(asked));
    LocalDate today = LocalDate.now(clock);
    Instant now = clock.instant();
    Held held = Held.from(today, now);
    Account account =
        new Account(
            UUID.randomUUID(),
            asked.userName(),
            passwords.encode(asked.password()),
            asked.demo(),
            now);
    rights(asked, today).forEach(right -> account.give(right, held, null));
    // A row with an id of our own: saving it would be taken for a change of one that exists.
    entities.persist(account);
    journal.append(
        JournalEntry.of(EventKind.ACCOUNT_CREATED, occasion)
            .effectiveOn(today)
            .after(
                Map.of(
                    "account", account.id().toString(),
                    "office", asked.position() + ", " + asked.agency(),
                    "roles", asked.roles().stream().map(Role::name).sorted().toList())));
    return account.id();
  }

  /**
   * Opens the account that two officers ordered: with an office from today on and a password that
   * they issued, and nothing else. All rights are given to its holder like to anybody.
   *
   * @param id of the account
   * @param encoded the password's hash
   * @param order the officers' order
   * @throws Refused on ground RULE with every rule that the order breaks now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void openOrdered(
      UUID id,
      String userName,
      Right.Office office,
      String encoded,
      UUID order,
      Occasion occasion) {
    Refused.ifAnyError(checkOffice(userName, office));
    LocalDate today = LocalDate.now(clock);
    Instant now = clock.instant();
    Account account = new Account(id, userName, encoded, false, now);
    account.issue(encoded, now);
    account.give(office, Held.from(today, now), null);
    try {
      entities.persist(account);
      entities.flush();
    } catch (PersistenceException taken) {
      // Another order of the same user name was approved in the same moment.
      Refused refused = new Refused(Ground.RULE, taken());
      refused.initCause(taken);
      throw refused;
    }
    journal.append(
        JournalEntry.of(EventKind.ACCOUNT_CREATED, occasion)
            .effectiveOn(today)
            .after(
                Map.of(
                    "account", id.toString(),
                    "order", order.toString(),
                    "office", office.position() + ", " + office.agency(),
                    "roles", List.of())));
  }

  private static Finding taken() {
    return Finding.error(TAKEN, "Another account has this user name; choose another.")
        .atMember("/userName");
  }

  /**
   * Opens the account of somebody whom an OpenID provider names, with nothing that its holder may
   * do: what the provider claims is given like to anybody. Nobody knows its password, which is made
   * of chance.
   *
   * @param userName checked by {@link #checkOffice}
   * @param registration the provider
   * @return its id
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID openByProvider(String userName, String registration, Occasion occasion) {
    byte[] chance = new byte[CHANCE_BYTES];
    RANDOM.nextBytes(chance);
    Account account =
        new Account(
            UUID.randomUUID(),
            userName,
            passwords.encode(Base64.getEncoder().encodeToString(chance)),
            false,
            clock.instant());
    entities.persist(account);
    entities.flush();
    journal.append(
        JournalEntry.of(EventKind.ACCOUNT_CREATED, occasion)
            .effectiveOn(LocalDate.now(clock))
            .under("openid:" + registration)
            .because("OPENID_CLAIMS")
            .after(Map.of("account", account.id().toString(), "provider", registration)));
    return account.id();
  }

  /**
   * Records that the holder of a demonstration's account has done a training today, if the record
   * never said anything of it: the account was opened before trainings were recorded. A training
   * that lapsed or was ended stays so; two officers record it anew.
   *
   * @return whether it was recorded
   * @throws IllegalArgumentException if there is no such account of the demonstration, which is a
   *     bug of ours: of others nothing is recorded without two officers
   */
  @Transactional
  public boolean recordFirstTraining(UUID id, TrainingKind training, Occasion occasion) {
    Account account =
        accounts
            .findById(id)
            .filter(Account::demo)
            .orElseThrow(() -> new IllegalArgumentException("no account of the demonstration"));
    if (account.trainings.stream().anyMatch(done -> done.kind() == training)) {
      return false;
    }
    LocalDate today = LocalDate.now(clock);
    Right.Trained right = new Right.Trained(training, today);
    account.give(right, Held.from(today, clock.instant()), null);
    journal.append(
        JournalEntry.of(EventKind.GRANT_GIVEN, occasion)
            .effectiveOn(today)
            .after(
                Map.of(
                    "person", id.toString(),
                    "grant", right.kind().name(),
                    "training", training.name(),
                    "completedOn", today.toString()))
            .because("DEMONSTRATION"));
    return true;
  }

  private static List<Right> rights(OpenAccount asked, LocalDate today) {
    List<Right> rights = new ArrayList<>();
    rights.add(new Right.Office(asked.displayName(), asked.position(), asked.agency()));
    asked.roles().forEach(role -> rights.add(new Right.Appointment(role)));
    if (asked.clearance() != null) {
      rights.add(new Right.Clearance(asked.clearance()));
      rights.add(new Right.Citizen("USA"));
      rights.add(new Right.Agreement(today));
    }
    asked
        .delegations()
        .forEach(
            scope ->
                rights.add(
                    new Right.Delegated(scope.authority(), scope.agency(), scope.toLevel())));
    asked.trainings().forEach(training -> rights.add(new Right.Trained(training, today)));
    return rights;
  }

  private List<Finding> check(OpenAccount asked) {
    List<Finding> findings =
        new ArrayList<>(
            checkOffice(
                asked.userName(),
                new Right.Office(asked.displayName(), asked.position(), asked.agency())));
    if (!asked.demo()) {
      findings.addAll(rules.check(asked.userName(), asked.password(), "/password"));
    }
    if (asked.roles().isEmpty()) {
      findings.add(
          Finding.error("ACC-0006", "An account has at least one role.").atMember("/roles"));
    }
    if (asked.roles().stream().anyMatch(Role::isHeldAlone) && asked.roles().size() > 1) {
      findings.add(
          Finding.error(
                  "ACC-0007", "Security officers, administrators and auditors hold no other role.")
              .atMember("/roles"));
    }
    return findings;
  }

  /** What speaks against a user name, and the office that is held under it. */
  @Transactional(readOnly = true)
  public List<Finding> checkOffice(String userName, Right.Office office) {
    List<Finding> findings = new ArrayList<>();
    if (!USER_NAME.matcher(userName).matches()) {
      findings.add(
          Finding.error(
                  "ACC-0014",
                  "A user name is two to a hundred small letters, digits, dots, hyphens and"
                      + " underscores, a letter or digit first.")
              .atMember("/userName"));
    } else if (accounts.findByUserName(userName).isPresent()) {
      findings.add(taken());
    }
    checkWords(office.displayName(), "/displayName", findings);
    checkWords(office.position(), "/position", findings);
    if (!agencies.known(office.agency())) {
      findings.add(
          Finding.error("ACC-0005", "There is no agency of this id.")
              .atMember("/agency")
              .about(office.agency()));
    }
    return findings;
  }

  private static void checkWords(String words, String member, List<Finding> findings) {
    if (!ShownWords.areLine(words)) {
      findings.add(
          Finding.error(
                  "ACC-0004",
                  "Between one and two hundred characters are needed here, a letter or digit among"
                      + " them and none that does not show.")
              .atMember(member));
    }
  }
}
