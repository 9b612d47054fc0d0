package org.glasnost.authority.office;

import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.KnownAs;
import org.glasnost.authority.OpeningAccount;
import org.glasnost.authority.Passwords;
import org.glasnost.authority.Person;
import org.glasnost.authority.Rights;
import org.glasnost.content.Vault;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another security officer opens the account, or issues the password, that the first proposed, and
 * is shown the second half of the password; or rejects it.
 */
@Service
@Transactional
public class DecidingAccount {
  private final AccountOrders orders;
  private final OpeningAccount opening;
  private final Passwords passwords;
  private final Rights rights;
  private final OrderRules rules;
  private final SecondOfficer second;
  private final Reasons reasons;
  private final Vault vault;
  private final Journal journal;
  private final OfficeDay officeDay;

  /** For Spring. */
  DecidingAccount(
      AccountOrders orders,
      OpeningAccount opening,
      Passwords passwords,
      Rights rights,
      OrderRules rules,
      SecondOfficer second,
      Reasons reasons,
      Vault vault,
      Journal journal,
      OfficeDay officeDay) {
    this.orders = orders;
    this.opening = opening;
    this.passwords = passwords;
    this.rights = rights;
    this.rules = rules;
    this.second = second;
    this.reasons = reasons;
    this.vault = vault;
    this.journal = journal;
    this.officeDay = officeDay;
  }

  /**
   * Opens the account, or issues the password.
   *
   * @param precondition refuses a version that is not the one the officer saw
   * @throws Refused NOT_KNOWN if there is no such order; NOT_ENTITLED unless a second officer asks,
   *     who was one when it was proposed; CONFLICT if it is decided, the account is closed or the
   *     first officer is one no more; RULE with every finding
   */
  public AccountOrder.Handed approve(
      UUID id, LongConsumer precondition, Person officer, Occasion occasion) {
    AccountOrder order = known(id, officer);
    requireSecond(officer, order);
    second.requireOfficerWhen(officer, order.proposedAt());
    precondition.accept(order.version());
    SecondOfficer.requireProposed(order.state());
    second.requireFirstStill(order.proposedBy());
    AccountOrders.Kept kept = orders.kept(id);
    String half = vault.readText(kept.secondHalf());
    AccountOrder approved = decided(order, OrderState.APPROVED, officer, null, kept);
    AccountOrder.Opening asked = order.opening();
    if (asked != null) {
      opening.openOrdered(
          order.account(), asked.userName(), asked.office(), kept.encoded(), id, occasion);
    } else {
      if (!rights.openAndLocked(order.account())) {
        throw ProposingRight.closed();
      }
      passwords.issue(order.account(), kept.encoded(), id, occasion);
    }
    return new AccountOrder.Handed(approved, half);
  }

  /**
   * Rejects what was proposed.
   *
   * @param precondition as for an approval
   * @throws Refused as for an approval; RULE if there is no reason
   */
  public AccountOrder reject(
      UUID id,
      @Nullable String reason,
      LongConsumer precondition,
      Person officer,
      Occasion occasion) {
    AccountOrder order = known(id, officer);
    requireSecond(officer, order);
    precondition.accept(order.version());
    SecondOfficer.requireProposed(order.state());
    String words = Reasons.required(reason);
    return notGiven(order, OrderState.REJECTED, officer, reasons.seal(id, words), occasion);
  }

  /**
   * Takes back what one proposed oneself.
   *
   * @param precondition as for an approval
   * @throws Refused NOT_KNOWN as for an approval; NOT_ENTITLED unless it is one's own; CONFLICT if
   *     it is decided
   */
  public AccountOrder withdraw(
      UUID id, LongConsumer precondition, Person officer, Occasion occasion) {
    AccountOrder order = known(id, officer);
    SecondOfficer.requireOwn(officer, order.proposedBy());
    precondition.accept(order.version());
    SecondOfficer.requireProposed(order.state());
    return notGiven(order, OrderState.WITHDRAWN, officer, null, occasion);
  }

  /** The order, kept from others; the account first where there is one, as all do. */
  private AccountOrder known(UUID id, Person officer) {
    OfficerRights.requireOfficer(officer);
    AccountOrder seen = orders.find(id).orElseThrow(Refused::notKnown);
    if (seen.opening() == null) {
      rights.openAndLocked(seen.account());
    }
    return orders.locked(id).orElseThrow(Refused::notKnown);
  }

  private void requireSecond(Person officer, AccountOrder order) {
    AccountOrder.Opening asked = order.opening();
    second.require(
        officer,
        order.proposedBy(),
        asked == null
            ? rules.knownAs(order.account())
            : KnownAs.of(order.account(), List.of(asked.office().displayName())));
  }

  /** Lets lapse what nobody has decided for an account whose holder leaves. */
  void lapse(UUID account, Person officer, Occasion occasion) {
    orders
        .undecidedFor(account)
        .forEach(order -> notGiven(order, OrderState.LAPSED, officer, null, occasion));
  }

  private AccountOrder notGiven(
      AccountOrder order,
      OrderState state,
      Person officer,
      @Nullable UUID reason,
      Occasion occasion) {
    AccountOrder decided = decided(order, state, officer, reason, orders.kept(order.id()));
    journal.append(decided.line(EventKind.GRANT_REJECTED, occasion).because(state.name()));
    return decided;
  }

  private AccountOrder decided(
      AccountOrder order,
      OrderState state,
      Person officer,
      @Nullable UUID reason,
      AccountOrders.Kept kept) {
    AccountOrder.Decision decision =
        new AccountOrder.Decision(officer.id(), officeDay.now(), reason);
    AccountOrder decided = order.decided(state, decision);
    orders.decide(decided, decision);
    vault.destroy(kept.key());
    return decided;
  }
}
