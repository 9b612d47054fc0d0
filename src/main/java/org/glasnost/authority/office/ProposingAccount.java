package org.glasnost.authority.office;

import java.util.List;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.FirstPassword;
import org.glasnost.authority.KnownAs;
import org.glasnost.authority.OpeningAccount;
import org.glasnost.authority.Passwords;
import org.glasnost.authority.Person;
import org.glasnost.authority.Rights;
import org.glasnost.content.ContentKind;
import org.glasnost.content.Vault;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A security officer proposes that somebody get an account, or a new password for the one they
 * have, and is shown the first half of that password. It opens nothing until another agrees.
 */
@Service
@Transactional
public class ProposingAccount {
  private final OpeningAccount opening;
  private final Passwords passwords;
  private final Rights rights;
  private final OrderRules rules;
  private final AccountOrders orders;
  private final Reasons reasons;
  private final Vault vault;
  private final Journal journal;
  private final OfficeDay officeDay;

  /** For Spring. */
  ProposingAccount(
      OpeningAccount opening,
      Passwords passwords,
      Rights rights,
      OrderRules rules,
      AccountOrders orders,
      Reasons reasons,
      Vault vault,
      Journal journal,
      OfficeDay officeDay) {
    this.opening = opening;
    this.passwords = passwords;
    this.rights = rights;
    this.rules = rules;
    this.orders = orders;
    this.reasons = reasons;
    this.vault = vault;
    this.journal = journal;
    this.officeDay = officeDay;
  }

  /**
   * Proposes an account.
   *
   * @param asked what is signed in with, and the office of its holder
   * @param reason why, in words; kept sealed
   * @throws Refused NOT_ENTITLED unless a security officer asks for somebody else; RULE with every
   *     finding
   */
  public AccountOrder.Handed propose(
      AccountOrder.Opening asked, @Nullable String reason, Person officer, Occasion occasion) {
    OfficerRights.requireOfficer(officer);
    UUID account = UUID.randomUUID();
    rules.requireOfficerFor(officer, KnownAs.of(account, List.of(asked.office().displayName())));
    Refused.ifAnyError(opening.checkOffice(asked.userName(), asked.office()));
    return proposed(account, asked, Reasons.required(reason), officer, occasion);
  }

  /**
   * Proposes a new password for an account.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks for somebody else; NOT_KNOWN if
   *     there is no such account; CONFLICT if it is closed or of the demonstration; RULE if there
   *     is no reason
   */
  public AccountOrder.Handed proposePassword(
      UUID account, @Nullable String reason, Person officer, Occasion occasion) {
    OfficerRights.requireOfficer(officer);
    boolean open = rights.openAndLocked(account);
    rules.requireOfficerFor(officer, rules.knownAs(account));
    if (!open) {
      throw ProposingRight.closed();
    }
    passwords.requireOwnPassword(account);
    return proposed(account, null, Reasons.required(reason), officer, occasion);
  }

  private AccountOrder.Handed proposed(
      UUID account,
      AccountOrder.@Nullable Opening asked,
      String words,
      Person officer,
      Occasion occasion) {
    UUID id = UUID.randomUUID();
    AccountOrder order =
        new AccountOrder(
            id,
            account,
            asked,
            OrderState.PROPOSED,
            reasons.seal(id, words),
            officer.id(),
            officeDay.now(),
            null,
            0);
    FirstPassword password = FirstPassword.made();
    UUID key = UUID.randomUUID();
    orders.add(
        order,
        new AccountOrders.Kept(
            passwords.encoded(password),
            vault.store(key, ContentKind.PASSWORD_HALF, password.second()),
            key));
    journal.append(order.line(EventKind.GRANT_PROPOSED, occasion).because("PROPOSED"));
    return new AccountOrder.Handed(order, password.first());
  }
}
