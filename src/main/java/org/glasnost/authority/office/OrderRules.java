package org.glasnost.authority.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.HeldRight;
import org.glasnost.authority.KnownAs;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.Person;
import org.glasnost.authority.Rights;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds an order to its rules as the record stands now: when proposed, and when approved. */
@Component
class OrderRules {
  private final Rights rights;
  private final RightRules rules;
  private final NeedRules needs;
  private final OnePerson onePerson;
  private final OfficeDay officeDay;

  OrderRules(
      Rights rights, RightRules rules, NeedRules needs, OnePerson onePerson, OfficeDay officeDay) {
    this.rights = rights;
    this.rules = rules;
    this.needs = needs;
    this.onePerson = onePerson;
    this.officeDay = officeDay;
  }

  /**
   * @param from the first day, or null for today
   * @param to the last day, or null
   * @throws Refused on ground RULE with every finding
   */
  void hold(UUID person, Sought sought, @Nullable LocalDate from, @Nullable LocalDate to) {
    LocalDate today = officeDay.today();
    List<HeldRight> running =
        rights.ever(person).stream().filter(held -> held.runsOn(today)).toList();
    List<Finding> findings = new ArrayList<>(rules.check(sought, from, to, running, today));
    findings.addAll(needs.check(sought, person, running));
    Refused.ifAnyError(findings);
  }

  /**
   * @throws Refused on ground NOT_ENTITLED unless a security officer asks for somebody else
   */
  void requireOfficerFor(Person officer, KnownAs subject) {
    OfficerRights.requireOfficer(officer);
    OfficerRights.requireOther(onePerson.knownAs(officer), subject);
  }

  /** The account with every name its holder ever had. */
  KnownAs knownAs(UUID account) {
    return onePerson.knownAs(account);
  }
}
