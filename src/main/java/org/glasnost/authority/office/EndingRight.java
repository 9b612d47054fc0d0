package org.glasnost.authority.office;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glasnost.audit.EventKind;
import org.glasnost.audit.Journal;
import org.glasnost.audit.JournalEntry;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.HeldRight;
import org.glasnost.authority.Person;
import org.glasnost.authority.Right;
import org.glasnost.authority.Rights;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.Grants;
import org.glasnost.authority.access.HeldNeed;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One security officer ends what a person holds, at once: what is taken away must not wait for a
 * second signature. Leaving ends all of it in one act.
 */
@Service
@Transactional
public class EndingRight {
  private final Rights rights;
  private final Grants grants;
  private final Officers officers;
  private final OpenWork work;
  private final OrderRules rules;
  private final NeedRules needs;
  private final RightsOrders orders;
  private final DecidingAccount accounts;
  private final Endings endings;
  private final Journal journal;
  private final OfficeDay officeDay;

  /** For Spring. */
  EndingRight(
      Rights rights,
      Grants grants,
      Officers officers,
      OpenWork work,
      OrderRules rules,
      NeedRules needs,
      RightsOrders orders,
      DecidingAccount accounts,
      Endings endings,
      Journal journal,
      OfficeDay officeDay) {
    this.rights = rights;
    this.grants = grants;
    this.officers = officers;
    this.work = work;
    this.rules = rules;
    this.needs = needs;
    this.orders = orders;
    this.accounts = accounts;
    this.endings = endings;
    this.journal = journal;
    this.officeDay = officeDay;
  }

  /**
   * Ends one right of a person, and gives back the tasks that they could not claim without it.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks for somebody else; NOT_KNOWN if
   *     there is no such account or right; CONFLICT if fewer than two security officers would be
   *     left; RULE if there is no reason
   */
  public void end(
      UUID account, UUID right, @Nullable String reason, Person officer, Occasion occasion) {
    keep(account, officer);
    HeldRight held =
        rights.ever(account).stream()
            .filter(each -> each.id().equals(right) && each.runsOn(officeDay.today()))
            .findFirst()
            .orElseThrow(Refused::notKnown);
    rules.requireOfficerFor(officer, rules.knownAs(account));
    if (makesOfficer(held.right()) && officers.isOfficer(account)) {
      officers.requireOthersBeside(account);
    }
    String words = Reasons.required(reason);
    rights.end(account, right);
    journal.append(ended(account, held.right(), occasion).because("ENDED"));
    work.giveBackLost(account, occasion);
    endings.add(right, account, words, officer);
  }

  /** Without the role or without any office, they are an officer no more. */
  private static boolean makesOfficer(Right right) {
    return right.kind() == Right.Kind.OFFICE
        || right.equals(new Right.Appointment(Role.SECURITY_OFFICER));
  }

  /**
   * Ends one need to know that officers gave a person, and gives back the tasks that they could not
   * claim without it.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks for somebody else; NOT_KNOWN if
   *     there is no such account, or no such need of a document that the officer is cleared for;
   *     RULE if there is no reason
   */
  public void endNeed(
      UUID account, UUID need, @Nullable String reason, Person officer, Occasion occasion) {
    OfficerRights.requireOfficer(officer);
    rights.openAndLocked(account);
    HeldNeed held =
        needs.byOfficers(account, officer).stream()
            .filter(each -> each.id().equals(need) && each.runsOn(officeDay.today()))
            .findFirst()
            .orElseThrow(Refused::notKnown);
    rules.requireOfficerFor(officer, rules.knownAs(account));
    String words = Reasons.required(reason);
    grants.end(need, held.label(), occasion);
    work.giveBackLost(account, occasion);
    endings.add(need, account, words, officer);
  }

  /**
   * Ends all of a person's rights and needs to know, gives back their tasks, lets lapse what was
   * proposed for them and closes the account.
   *
   * @throws Refused as for one right; CONFLICT if the account is closed already
   */
  public void leave(UUID account, @Nullable String reason, Person officer, Occasion occasion) {
    boolean open = keep(account, officer);
    rules.requireOfficerFor(officer, rules.knownAs(account));
    if (!open) {
      throw ProposingRight.closed();
    }
    if (officers.isOfficer(account)) {
      officers.requireOthersBeside(account);
    }
    String words = Reasons.required(reason);
    work.giveBackAll(account, occasion);
    grants.endOf(account, occasion);
    lapse(account, officer, occasion);
    accounts.lapse(account, officer, occasion);
    List<Right> ended = rights.endAll(account);
    ended.forEach(right -> journal.append(ended(account, right, occasion).because("LEFT")));
    journal.append(
        JournalEntry.of(EventKind.ACCOUNT_CLOSED, occasion)
            .effectiveOn(officeDay.today())
            .before(Map.of("account", account.toString()))
            .because("LEFT"));
    endings.add(account, account, words, officer);
  }

  /**
   * Keeps the officers, then the person, from other changes; whether the account is open. Of two
   * officers who end each other, the second is one no more when their turn comes.
   */
  private boolean keep(UUID account, Person officer) {
    OfficerRights.requireOfficer(officer);
    officers.lock();
    if (!officers.isOfficer(officer.id())) {
      throw OfficerRights.noOfficer();
    }
    return rights.openAndLocked(account);
  }

  private void lapse(UUID account, Person officer, Occasion occasion) {
    for (RightsOrder order : orders.undecidedFor(account)) {
      RightsOrder.Decision decision =
          new RightsOrder.Decision(officer.id(), officeDay.now(), null, null);
      RightsOrder lapsed = order.decided(OrderState.LAPSED, decision);
      orders.decide(lapsed, decision);
      journal.append(
          needs.told(EventKind.GRANT_REJECTED, lapsed, occasion).because(OrderState.LAPSED.name()));
    }
  }

  private JournalEntry ended(UUID account, Right right, Occasion occasion) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("person", account.toString());
    said.put("grant", right.kind().name());
    said.putAll(RightWords.of(right));
    return JournalEntry.of(EventKind.GRANT_ENDED, occasion)
        .effectiveOn(officeDay.today())
        .before(said);
  }
}
