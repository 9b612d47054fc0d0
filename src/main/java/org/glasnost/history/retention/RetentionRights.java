package org.glasnost.history.retention;

import java.util.UUID;
import java.util.function.Predicate;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.document.Findings;
import org.glasnost.document.PlainText;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom holds and the lapse of events are open to, and the words that both ask for. */
@Component
class RetentionRights {
  private static final int LONGEST = 400;
  private static final int LONGEST_REASON = 4000;

  private final OnePerson persons;
  private final OfficeDay officeDay;

  RetentionRights(OnePerson persons, OfficeDay officeDay) {
    this.persons = persons;
    this.officeDay = officeDay;
  }

  /**
   * Lets records managers and auditors pass.
   *
   * @throws Refused as not entitled
   */
  void require(Person person) {
    if (!person.has(Role.RECORDS_MANAGER) && !person.has(Role.AUDITOR)) {
      throw refused(
          "JRN-0040", "How long events are kept is seen by records managers and auditors.");
    }
  }

  /**
   * Lets records managers pass.
   *
   * @throws Refused as not entitled
   */
  void requireRecordsManager(Person person) {
    require(person);
    if (!person.has(Role.RECORDS_MANAGER)) {
      throw refused("JRN-0041", "That bodies lapse is ordered and decided by records managers.");
    }
  }

  /**
   * Lets only another person than the first pass, whatever accounts the two have.
   *
   * @throws Refused as not entitled
   */
  void requireSecond(Person person, Act first) {
    if (is(person, first.by())) {
      throw refused("JRN-0042", "A second person decides what the first one asked for.");
    }
  }

  /** Whether an account is that person's. */
  boolean is(Person person, UUID account) {
    Predicate<UUID> own = persons.of(person);
    return own.test(account);
  }

  Act act(Person person) {
    return new Act(person.id(), person.userName(), officeDay.now());
  }

  /** Words that are not for the sealed part: one line, at most 400 characters. */
  static String authority(@Nullable String said, Findings findings) {
    String words = said == null ? "" : said.strip();
    if (words.isEmpty()) {
      findings.error(
          "JRN-0049", "/authority", "Name who orders the hold: a court, a case, counsel.");
    } else if (words.length() > LONGEST || !PlainText.isPlain(words)) {
      findings.error(
          "JRN-0049", "/authority", "An authority is one line of at most 400 characters.");
    }
    return words;
  }

  static String reason(@Nullable String said, Findings findings) {
    if (said == null || said.isBlank()) {
      findings.error("JRN-0049", "/reason", "A reason is required.");
      return "";
    }
    if (said.length() > LONGEST_REASON || !PlainText.isProse(said)) {
      findings.error("JRN-0049", "/reason", "A reason is a text of at most 4,000 characters.");
    }
    return said;
  }

  static Refused conflict(String rule, String message) {
    return new Refused(Refused.Ground.CONFLICT, Finding.error(rule, message));
  }

  private static Refused refused(String rule, String message) {
    return new Refused(Refused.Ground.NOT_ENTITLED, Finding.error(rule, message));
  }
}
