package org.glasnost.authority.office;

import java.time.LocalDate;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Person;
import org.glasnost.authority.Rights;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A security officer proposes that a person get a right. It gives nothing until another agrees. */
@Service
@Transactional
public class ProposingRight {
  private final Rights rights;
  private final OrderRules rules;
  private final NeedRules needs;
  private final RightsOrders orders;
  private final Reasons reasons;
  private final Journal journal;
  private final OfficeDay officeDay;

  /** For Spring. */
  ProposingRight(
      Rights rights,
      OrderRules rules,
      NeedRules needs,
      RightsOrders orders,
      Reasons reasons,
      Journal journal,
      OfficeDay officeDay) {
    this.rights = rights;
    this.rules = rules;
    this.needs = needs;
    this.orders = orders;
    this.reasons = reasons;
    this.journal = journal;
    this.officeDay = officeDay;
  }

  /**
   * What an officer proposes.
   *
   * @param person the account it is for
   * @param sought what they are to get
   * @param from the first day, or null for the day of the approval
   * @param to the last day, or null where no end is set
   * @param reason why, in words; kept sealed
   */
  public record Proposal(
      UUID person,
      Sought sought,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String reason) {}

  /**
   * Records the proposal.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks for somebody else; NOT_KNOWN if
   *     there is no such account, or no such document that the officer is cleared for; CONFLICT if
   *     the account is closed; RULE with every finding
   */
  public RightsOrder propose(Proposal proposal, Person officer, Occasion occasion) {
    OfficerRights.requireOfficer(officer);
    boolean open = rights.openAndLocked(proposal.person());
    needs.requireKnown(proposal.sought(), officer);
    rules.requireOfficerFor(officer, rules.knownAs(proposal.person()));
    if (!open) {
      throw closed();
    }
    rules.hold(proposal.person(), proposal.sought(), proposal.from(), proposal.to());
    String words = Reasons.required(proposal.reason());
    UUID id = UUID.randomUUID();
    RightsOrder order =
        new RightsOrder(
            id,
            proposal.person(),
            proposal.sought(),
            proposal.from(),
            proposal.to(),
            OrderState.PROPOSED,
            reasons.seal(id, words),
            officer.id(),
            officeDay.now(),
            null,
            0);
    orders.add(order);
    journal.append(needs.told(EventKind.GRANT_PROPOSED, order, occasion).because("PROPOSED"));
    return order;
  }

  static Refused closed() {
    return new Refused(
        Ground.CONFLICT,
        Finding.error(
            "RGT-0020",
            "This account is closed: its holder has left. Who returns gets a new account."));
  }
}
