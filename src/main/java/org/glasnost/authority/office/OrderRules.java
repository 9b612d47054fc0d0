package org.glasnost.authority.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glasnost.authority.HeldRight;
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
  private final OfficeDay officeDay;

  OrderRules(Rights rights, RightRules rules, NeedRules needs, OfficeDay officeDay) {
    this.rights = rights;
    this.rules = rules;
    this.needs = needs;
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

  /** The account with the name behind it. */
  OfficerRights.Named named(UUID account) {
    return new OfficerRights.Named(account, rights.nameOf(account).orElse(""));
  }
}
