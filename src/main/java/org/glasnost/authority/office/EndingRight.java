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
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.glasnost.rule.Refused.Ground;
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
  private static final int OFFICERS_NEEDED = 2;

  private final Rights rights;
  private final Grants grants;
  private final Officers officers;
  private final OpenWork work;
  private final Reasons reasons;
  private final Journal journal;
  private final OfficeDay officeDay;

  /** For Spring. */
  EndingRight(
      Rights rights,
      Grants grants,
      Officers officers,
      OpenWork work,
      Reasons reasons,
      Journal journal,
      OfficeDay officeDay) {
    this.rights = rights;
    this.grants = grants;
    this.officers = officers;
    this.work = work;
    this.reasons = reasons;
    this.journal = journal;
    this.officeDay = officeDay;
  }

  /**
   * Ends one right of a person.
   *
   * @throws Refused NOT_ENTITLED unless a security officer asks for somebody else; NOT_KNOWN if
   *     there is no such account or right; CONFLICT if fewer than two security officers would be
   *     left; RULE if there is no reason
   */
  public void end(
      UUID account, UUID right, @Nullable String reason, Person officer, Occasion occasion) {
    OfficerRights.requireOfficer(officer);
    HeldRight held =
        rights.ever(account).stream()
            .filter(each -> each.id().equals(right) && each.runsOn(officeDay.today()))
            .findFirst()
            .orElseThrow(Refused::notKnown);
    OfficerRights.requireOfficerFor(officer, account);
    if (held.right() instanceof Right.Appointment role && role.role() == Role.SECURITY_OFFICER) {
      requireOfficersLeft(account);
    }
    String words = Reasons.required(reason);
    rights.end(account, right);
    journal.append(ended(account, held.right(), occasion).because("ENDED"));
    reasons.seal(right, words);
  }

  /**
   * Ends all of a person's rights and needs to know, gives back their tasks and closes the account.
   *
   * @throws Refused as for one right; CONFLICT if the account is closed already
   */
  public void leave(UUID account, @Nullable String reason, Person officer, Occasion occasion) {
    OfficerRights.requireOfficer(officer);
    boolean open = rights.open(account).orElseThrow(Refused::notKnown);
    OfficerRights.requireOfficerFor(officer, account);
    if (!open) {
      throw ProposingRight.closed();
    }
    if (officers.isOfficer(account)) {
      requireOfficersLeft(account);
    }
    String words = Reasons.required(reason);
    work.giveBackAll(account, occasion);
    grants.endOf(account, occasion);
    List<Right> ended = rights.endAll(account);
    ended.forEach(right -> journal.append(ended(account, right, occasion).because("LEFT")));
    journal.append(
        JournalEntry.of(EventKind.ACCOUNT_CLOSED, occasion)
            .effectiveOn(officeDay.today())
            .before(Map.of("account", account.toString()))
            .because("LEFT"));
    reasons.seal(account, words);
  }

  private void requireOfficersLeft(UUID leaving) {
    if (officers.others(leaving) < OFFICERS_NEEDED) {
      throw new Refused(
          Ground.CONFLICT,
          Finding.error(
              "RGT-0023",
              "Two other security officers must remain, or nothing can be given any more. Appoint"
                  + " another one first."));
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
