package org.glasnost.authority.office;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.Rights;
import org.glasnost.authority.access.Grants;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.NeedToKnow;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another security officer approves what the first proposed, which puts it in the record, or
 * rejects it. Whatever was true when it was proposed is asked again: both must be officers now.
 */
@Service
@Transactional
public class DecidingRight {
  private final RightsOrders orders;
  private final Rights rights;
  private final OrderRules rules;
  private final NeedRules needs;
  private final Grants grants;
  private final Labels labels;
  private final OpenWork work;
  private final SecondOfficer second;
  private final Reasons reasons;
  private final Journal journal;
  private final OfficeDay officeDay;

  /** For Spring. */
  DecidingRight(
      RightsOrders orders,
      Rights rights,
      OrderRules rules,
      NeedRules needs,
      Grants grants,
      Labels labels,
      OpenWork work,
      SecondOfficer second,
      Reasons reasons,
      Journal journal,
      OfficeDay officeDay) {
    this.orders = orders;
    this.rights = rights;
    this.rules = rules;
    this.needs = needs;
    this.grants = grants;
    this.labels = labels;
    this.work = work;
    this.second = second;
    this.reasons = reasons;
    this.journal = journal;
    this.officeDay = officeDay;
  }

  /**
   * Puts what an order gives into the record, from the day asked for or, where that has passed,
   * from today.
   *
   * @param precondition refuses a version that is not the one the officer saw
   * @throws Refused NOT_KNOWN if there is no such order that the officer may know; NOT_ENTITLED
   *     unless a second officer asks, who was one when it was proposed; CONFLICT if it is decided,
   *     the account is closed or the first officer is one no more; RULE with every finding
   */
  public RightsOrder approve(
      UUID id, LongConsumer precondition, Person officer, Occasion occasion) {
    RightsOrder order = known(id, officer);
    requireSecond(officer, order);
    second.requireOfficerWhen(officer, order.proposedAt());
    precondition.accept(order.version());
    SecondOfficer.requireProposed(order.state());
    second.requireFirstStill(order.proposedBy());
    if (!rights.openAndLocked(order.person())) {
      throw ProposingRight.closed();
    }
    LocalDate from = order.begins(officeDay.today());
    rules.hold(order.person(), order.sought(), from, order.to());
    UUID given = give(order, from, occasion);
    RightsOrder approved = decided(order, OrderState.APPROVED, officer, null, given);
    if (order.sought().right() != null) {
      // A need to know has its own line, as every one has.
      journal.append(
          needs
              .told(EventKind.GRANT_GIVEN, approved, occasion)
              .effectiveOn(from)
              .because("APPROVED"));
      // A new office takes the place of the one before: what that one opened goes back.
      work.giveBackLost(order.person(), occasion);
    }
    return approved;
  }

  private UUID give(RightsOrder order, LocalDate from, Occasion occasion) {
    LocalDate to = order.to();
    Sought.Need need = order.sought().need();
    if (need == null) {
      return rights.give(
          order.person(), Objects.requireNonNull(order.sought().right()), from, to, order.id());
    }
    return grants.give(
        NeedToKnow.person(need.document(), need.source(), need.scope(), order.person(), null),
        from,
        to == null ? null : to.plusDays(1),
        order.id(),
        labels.ofDocument(need.document()),
        occasion);
  }

  /**
   * Rejects what was proposed.
   *
   * @param precondition as for an approval
   * @throws Refused as for an approval; RULE if there is no reason
   */
  public RightsOrder reject(
      UUID id,
      @Nullable String reason,
      LongConsumer precondition,
      Person officer,
      Occasion occasion) {
    RightsOrder order = known(id, officer);
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
  public RightsOrder withdraw(
      UUID id, LongConsumer precondition, Person officer, Occasion occasion) {
    RightsOrder order = known(id, officer);
    SecondOfficer.requireOwn(officer, order.proposedBy());
    precondition.accept(order.version());
    SecondOfficer.requireProposed(order.state());
    return notGiven(order, OrderState.WITHDRAWN, officer, null, occasion);
  }

  /** The order and the account it is for, kept from others: the account first, as all do. */
  private RightsOrder known(UUID id, Person officer) {
    OfficerRights.requireOfficer(officer);
    RightsOrder seen = orders.find(id).orElseThrow(Refused::notKnown);
    needs.requireKnown(seen.sought(), officer);
    rights.openAndLocked(seen.person());
    return orders.locked(id).orElseThrow(Refused::notKnown);
  }

  private void requireSecond(Person officer, RightsOrder order) {
    second.require(officer, order.proposedBy(), rules.knownAs(order.person()));
  }

  private RightsOrder notGiven(
      RightsOrder order,
      OrderState state,
      Person officer,
      @Nullable UUID reason,
      Occasion occasion) {
    RightsOrder decided = decided(order, state, officer, reason, null);
    journal.append(needs.told(EventKind.GRANT_REJECTED, decided, occasion).because(state.name()));
    return decided;
  }

  private RightsOrder decided(
      RightsOrder order,
      OrderState state,
      Person officer,
      @Nullable UUID reason,
      @Nullable UUID given) {
    RightsOrder.Decision decision =
        new RightsOrder.Decision(officer.id(), officeDay.now(), reason, given);
    RightsOrder decided = order.decided(state, decision);
    orders.decide(decided, decision);
    return decided;
  }
}
