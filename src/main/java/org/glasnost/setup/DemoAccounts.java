package org.glasnost.setup;

import static org.glasnost.marking.ClassificationLevel.CONFIDENTIAL;
import static org.glasnost.marking.ClassificationLevel.TOP_SECRET;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.glasnost.audit.Actor;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.Credentials;
import org.glasnost.authority.Delegation.Authority;
import org.glasnost.authority.OpenAccount;
import org.glasnost.authority.OpenAccount.Scope;
import org.glasnost.authority.OpeningAccount;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.TrainingKind;
import org.glasnost.authority.TrainingRules;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.PolicyRelease;
import org.glasnost.policy.RoleWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts of the demonstration: roles, not people; the password is the user name. Made where
 * they are absent, so that a start that was cut off is made good by the next.
 */
@Component
@Profile("demo")
@Order(StartOrder.ACCOUNTS)
class DemoAccounts implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

  /** One account: who, as what, where, cleared how high, with which authority. */
  private record Entry(
      String userName,
      Role role,
      String agency,
      ClassificationLevel clearance,
      List<Scope> delegations) {

    static Entry of(String userName, Role role, String agency) {
      return new Entry(userName, role, agency, TOP_SECRET, List.of());
    }
  }

  private static final List<Entry> ENTRIES =
      List.of(
          Entry.of("intake.nara", Role.INTAKE_OFFICER, "NARA"),
          Entry.of("classifier.state", Role.CLASSIFIER, "STATE"),
          new Entry(
              "oca.state",
              Role.ORIGINAL_CLASSIFICATION_AUTHORITY,
              "STATE",
              TOP_SECRET,
              List.of(new Scope(Authority.CLASSIFICATION, "STATE", TOP_SECRET))),
          Entry.of("reviewer.state", Role.REVIEWER, "STATE"),
          Entry.of("reviewer2.state", Role.REVIEWER, "STATE"),
          Entry.of("senior.state", Role.SENIOR_REVIEWER, "STATE"),
          Entry.of("supervisor.state", Role.SENIOR_REVIEWER, "STATE"),
          Entry.of("reviewer.nsc", Role.EQUITY_REVIEWER, "NSC"),
          Entry.of("reviewer.cia", Role.EQUITY_REVIEWER, "CIA"),
          Entry.of("coordinator.nara", Role.REFERRAL_COORDINATOR, "NARA"),
          new Entry(
              "authority.state",
              Role.DECLASSIFICATION_AUTHORITY,
              "STATE",
              TOP_SECRET,
              List.of(new Scope(Authority.DECLASSIFICATION, "STATE", TOP_SECRET))),
          // White House information of past administrations (36 CFR 1260.22); of the Department of
          // State's nothing, until the Department delegates it.
          new Entry(
              "authority.nara",
              Role.DECLASSIFICATION_AUTHORITY,
              "NARA",
              TOP_SECRET,
              List.of(new Scope(Authority.DECLASSIFICATION, "WHITE_HOUSE", TOP_SECRET))),
          Entry.of("redactor.nara", Role.REDACTOR, "NARA"),
          Entry.of("redactor2.nara", Role.REDACTOR, "NARA"),
          Entry.of("records.nara", Role.RECORDS_MANAGER, "NARA"),
          Entry.of("admin", Role.ADMINISTRATOR, "NARA"),
          Entry.of("admin2", Role.ADMINISTRATOR, "NARA"),
          Entry.of("security", Role.SECURITY_OFFICER, "NARA"),
          Entry.of("security2", Role.SECURITY_OFFICER, "NARA"),
          Entry.of("auditor", Role.AUDITOR, "NARA"),
          new Entry("reviewer.confidential", Role.REVIEWER, "STATE", CONFIDENTIAL, List.of()));

  private final Credentials credentials;
  private final OpeningAccount opening;
  private final RoleWords words;
  private final PolicyRelease policy;
  private final People people;
  private final TrainingRules rules;

  DemoAccounts(
      Credentials credentials,
      OpeningAccount opening,
      RoleWords words,
      PolicyRelease policy,
      People people,
      TrainingRules rules) {
    this.credentials = credentials;
    this.opening = opening;
    this.words = words;
    this.policy = policy;
    this.people = people;
    this.rules = rules;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    Occasion start =
        new Occasion(Actor.SYSTEM, null, null, null, Occasion.ClientClass.SYSTEM, policy.id());
    for (Entry entry : ENTRIES) {
      if (credentials.of(entry.userName()).isEmpty()) {
        opening.open(account(entry), start);
      }
    }
    for (Entry entry : ENTRIES) {
      people
          .byUserName(entry.userName())
          .filter(person -> person.has(entry.role()))
          .ifPresent(person -> trained(person, entry.role(), start));
    }
  }

  /**
   * A database from before trainings were recorded has none of anybody: the first of each is
   * recorded now, as with an account that is opened now. What lapsed or was ended since is for two
   * officers to record anew, and whoever starts it is told.
   */
  private void trained(Person person, Role role, Occasion start) {
    for (TrainingKind kind : trainings(role)) {
      if (opening.recordFirstTraining(person.id(), kind, start)) {
        LOG.info(
            "no training {} was on record for {}: recorded as done today", kind, person.userName());
      } else if (!rules.isMet(kind, person)) {
        LOG.warn(
            "the training {} of {} counts no longer: what rests on it is refused until security"
                + " proposes it and security2 approves it on the page People",
            kind,
            person.userName());
      }
    }
  }

  private OpenAccount account(Entry entry) {
    String position = words.of(entry.role().name()).name();
    return new OpenAccount(
        entry.userName(),
        entry.userName(),
        "Demo " + position.toLowerCase(Locale.ROOT) + number(entry),
        position,
        entry.agency(),
        Set.of(entry.role()),
        entry.clearance(),
        entry.delegations(),
        trainings(entry.role()),
        true);
  }

  /** The training that each office asks for, completed on the day the demonstration begins. */
  private static Set<TrainingKind> trainings(Role role) {
    return switch (role) {
      case ORIGINAL_CLASSIFICATION_AUTHORITY -> Set.of(TrainingKind.ORIGINAL_CLASSIFICATION);
      case CLASSIFIER -> Set.of(TrainingKind.DERIVATIVE_CLASSIFICATION);
      case REVIEWER, SENIOR_REVIEWER, EQUITY_REVIEWER, DECLASSIFICATION_AUTHORITY, REDACTOR ->
          Set.of(TrainingKind.DECLASSIFICATION);
      case INTAKE_OFFICER,
          REFERRAL_COORDINATOR,
          RECORDS_MANAGER,
          ADMINISTRATOR,
          SECURITY_OFFICER,
          AUDITOR ->
          Set.of();
    };
  }

  /** Of several people of one role the second is number 2: of one name they would be one person. */
  private static String number(Entry entry) {
    int number = 0;
    for (Entry other : ENTRIES) {
      if (other.role() == entry.role()) {
        number++;
      }
      if (other.userName().equals(entry.userName())) {
        break;
      }
    }
    return number == 1 ? "" : " " + number;
  }
}
