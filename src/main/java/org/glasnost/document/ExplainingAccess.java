package org.glasnost.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.glasnost.authority.People;
import org.glasnost.authority.Person;
import org.glasnost.authority.Role;
import org.glasnost.authority.access.AccessDecision;
import org.glasnost.authority.access.HeldGrant;
import org.glasnost.authority.access.HeldGrants;
import org.glasnost.authority.access.Labels;
import org.glasnost.authority.access.Sight;
import org.glasnost.authority.access.Sights;
import org.glasnost.marking.Protection;
import org.glasnost.policy.OfficeDay;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers a security officer or an auditor who asks why somebody may, or may not, see a record:
 * today, or on a day of the past by what was recorded at an instant. The marking is told, the title
 * and the text never are.
 *
 * <p>Source: 32 CFR 2001.92(b) (eligibility, agreement, need to know).
 */
@Component
@Transactional(readOnly = true)
public class ExplainingAccess {
  private final Documents documents;
  private final MarkingHistory history;
  private final MarkingsAsRecorded asRecorded;
  private final People people;
  private final Labels labels;
  private final HeldGrants grants;
  private final RegistrationVersions versions;
  private final OfficeDay officeDay;

  ExplainingAccess(
      Documents documents,
      MarkingHistory history,
      MarkingsAsRecorded asRecorded,
      People people,
      Labels labels,
      HeldGrants grants,
      RegistrationVersions versions,
      OfficeDay officeDay) {
    this.documents = documents;
    this.history = history;
    this.asRecorded = asRecorded;
    this.people = people;
    this.labels = labels;
    this.grants = grants;
    this.versions = versions;
    this.officeDay = officeDay;
  }

  /**
   * What is asked.
   *
   * @param account whose access
   * @param document to which record
   * @param day on which day, or null for today
   * @param knownAt by what was recorded at that instant, or null for now
   */
  public record Asked(
      UUID account, UUID document, @Nullable LocalDate day, @Nullable Instant knownAt) {}

  /**
   * The answer.
   *
   * @param account whose access
   * @param document to which record
   * @param day on which day
   * @param knownAt by what was recorded at that instant
   * @param held what the record was held at, or null where it was not on file
   * @param decision the tests, the grants to that person and what they come to
   */
  public record Explained(
      UUID account,
      UUID document,
      LocalDate day,
      Instant knownAt,
      @Nullable Protection held,
      AccessDecision decision) {}

  /**
   * Explains.
   *
   * @param sight of the officer or auditor who asks
   * @throws Refused if the caller is neither; as not known if they are not cleared for what the
   *     record is, or was, held at, or there is no such record or account; as malformed if the day
   *     or the instant is still to come; on ground UNAVAILABLE if the record's markings are not
   *     stored as the journal recorded them
   */
  public Explained explain(Asked asked, Sight sight) {
    boolean officer = sight.person().has(Role.SECURITY_OFFICER);
    if (!officer && !sight.person().has(Role.AUDITOR)) {
      throw new Refused(
          Refused.Ground.NOT_ENTITLED,
          Finding.error(
              "ACC-0020", "Only a security officer or an auditor asks for the access of others."));
    }
    Instant now = officeDay.now();
    Instant knownAt = asked.knownAt() == null ? now : asked.knownAt();
    LocalDate day = asked.day() == null ? officeDay.today() : asked.day();
    notToCome(day, knownAt, now);
    Document document = documents.inCourse(asked.document());
    requireCleared(sight, labels.protection(document.label()));
    asRecorded.require(document.id());
    MarkingRow marking = history.asOf(document.id(), day, knownAt).orElse(null);
    Protection protection = marking == null ? null : labels.protection(marking.label());
    if (protection != null) {
      requireCleared(sight, protection);
    }
    if (!people.has(asked.account())) {
      throw Refused.notKnown();
    }
    Person person = people.asOf(asked.account(), day, knownAt).orElse(null);
    AccessDecision decision;
    if (protection == null) {
      decision = AccessDecision.notOnFile();
    } else if (person == null) {
      decision = AccessDecision.withoutOffice();
    } else {
      List<HeldGrant> held = grants.on(document.id(), day, knownAt);
      decision = AccessDecision.of(person, protection, held, agencies(document, knownAt));
    }
    return new Explained(asked.account(), document.id(), day, knownAt, protection, decision);
  }

  private void notToCome(LocalDate day, Instant knownAt, Instant now) {
    if (day.isAfter(officeDay.today())) {
      throw malformed("'asOf' is a day that has come: nobody knows tomorrow's rights.", "/asOf");
    }
    if (knownAt.isAfter(now)) {
      throw malformed("'knownAt' is an instant that has come.", "/knownAt");
    }
  }

  private static Refused malformed(String message, String member) {
    return new Refused(
        Refused.Ground.MALFORMED, Finding.error("ACC-0021", message).atMember(member));
  }

  private static void requireCleared(Sight sight, Protection protection) {
    if (!Sights.clearedFor(sight, protection)) {
      throw Refused.notKnown();
    }
  }

  /** The holding agency, which stays, and the originating one by what was then recorded. */
  private Set<String> agencies(Document document, Instant knownAt) {
    Set<String> agencies = new TreeSet<>(List.of(document.holdingAgency()));
    versions.originatingAgency(document.id(), knownAt).ifPresent(agencies::add);
    return agencies;
  }
}
