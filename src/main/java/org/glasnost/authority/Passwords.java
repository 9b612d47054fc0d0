package org.glasnost.authority;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a password comes to an account: two officers issue one, and its holder chooses another. With
 * each change whoever was signed in under the one before is signed in no more.
 */
@Component
public class Passwords {
  private final Accounts accounts;
  private final PasswordRules rules;
  private final PasswordEncoder encoder;
  private final SignInAttempts attempts;
  private final AccountIdentities identities;
  private final Journal journal;
  private final Clock clock;

  /** For Spring. */
  Passwords(
      Accounts accounts,
      PasswordRules rules,
      PasswordEncoder encoder,
      SignInAttempts attempts,
      AccountIdentities identities,
      Journal journal,
      Clock clock) {
    this.accounts = accounts;
    this.rules = rules;
    this.encoder = encoder;
    this.attempts = attempts;
    this.identities = identities;
    this.journal = journal;
    this.clock = clock;
  }

  /** The hash of a password that officers issue. Slow on purpose. */
  public String encoded(FirstPassword password) {
    return encoded(password.whole());
  }

  private String encoded(String password) {
    String encoded = encoder.encode(password);
    if (encoded == null) {
      throw new IllegalStateException("an encoder encodes");
    }
    return encoded;
  }

  /**
   * Puts the password that two officers issued in the place of the one before.
   *
   * @throws Refused as not known if there is no such account, CONFLICT for one of the demonstration
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void issue(UUID id, String encoded, UUID order, Occasion occasion) {
    Account account = accounts.findById(id).orElseThrow(Refused::notKnown);
    requireOwnPassword(account);
    account.issue(encoded, clock.instant());
    attempts.forget(account.userName());
    journal.append(
        JournalEntry.of(EventKind.PASSWORD_ISSUED, occasion)
            .after(Map.of("account", id.toString(), "order", order.toString())));
  }

  /**
   * Puts the password that its holder chose in the place of the one before. Whoever calls has
   * verified that one.
   *
   * @throws Refused CONFLICT for an account of the demonstration; RULE with every finding
   */
  @Transactional
  public void choose(UUID id, String chosen, Occasion occasion) {
    Account account = accounts.findById(id).orElseThrow(Refused::notKnown);
    requireOwnPassword(account);
    Refused.ifAnyError(rules.check(account.userName(), chosen, "/chosen"));
    if (encoder.matches(chosen, account.password())) {
      throw new Refused(
          Ground.RULE,
          Finding.error("ACC-0016", "This is the password that you have. Choose another.")
              .atMember("/chosen"));
    }
    account.choose(encoded(chosen));
    journal.append(
        JournalEntry.of(EventKind.PASSWORD_CHANGED, occasion)
            .after(Map.of("account", id.toString())));
  }

  /**
   * That a password can be issued for the account.
   *
   * @throws Refused as for the issuing
   */
  @Transactional(readOnly = true)
  public void requireOwnPassword(UUID id) {
    requireOwnPassword(accounts.findById(id).orElseThrow(Refused::notKnown));
  }

  private void requireOwnPassword(Account account) {
    if (identities.provider(account.id()).isPresent()) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error(
              "ACC-0043",
              "The holder of this account signs in by an OpenID provider and has no password here."));
    }
    if (account.demo()) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error(
              "ACC-0015", "The password of a demonstration account is its name, and stays so."));
    }
  }
}
