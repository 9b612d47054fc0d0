package org.glasnost.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.glasnost.audit.Journal;
import org.glasnost.audit.Occasion;
import org.glasnost.authority.OnePerson;
import org.glasnost.authority.PeopleAt;
import org.glasnost.authority.Person;
import org.glasnost.authority.TrainingRules;
import org.glasnost.authority.access.Labels;
import org.glasnost.document.ChangingMarking;
import org.glasnost.document.Documents;
import org.glasnost.document.MarkingInForce;
import org.glasnost.fixtures.Databases;
import org.glasnost.journey.RunningGlasnost;
import org.glasnost.journey.Signatures;
import org.glasnost.policy.OfficeDay;
import org.glasnost.policy.OfficeTrainings;
import org.glasnost.rule.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A delegation holds to the end of its last day in the office's zone: at one second before midnight
 * it signs, at midnight it signs no more, whoever was asked when. Signing at a moment of the test's
 * choice is rolled back each time.
 */
class DelegationAtMidnightIT {
  private static final ZoneId OFFICE = ZoneId.of("America/New_York");

  @ParameterizedTest
  @EnumSource(Databases.class)
  void holdsToTheLastSecondOfItsLastDay(Databases database) {
    RunningGlasnost glasnost = RunningGlasnost.on(database);
    LocalDate last = glasnost.part(OfficeDay.class).today().plusDays(1);
    Signatures.Waiting waiting = Signatures.waiting(glasnost, last);
    Instant before = last.atTime(LocalTime.of(23, 59, 59)).atZone(OFFICE).toInstant();
    Instant midnight = last.plusDays(1).atStartOfDay(OFFICE).toInstant();

    assertThat(sign(glasnost, waiting, before, before)).isNull();
    refused(sign(glasnost, waiting, midnight, midnight), last.plusDays(1));
    // Who was let in before midnight does not carry the right over it.
    refused(sign(glasnost, waiting, before, midnight), last.plusDays(1));
    assertThat(
            glasnost
                .as("records.nara")
                .get("/api/documents/" + waiting.document())
                .json()
                .path("state")
                .asString())
        .isEqualTo("UNDER_REVIEW");
    Signatures.ended(glasnost, waiting);
  }

  private static void refused(Refused refused, LocalDate day) {
    assertThat(refused).isNotNull();
    assertThat(refused.ground()).isEqualTo(Refused.Ground.NOT_ENTITLED);
    assertThat(refused.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule().value()).isEqualTo("REV-0101");
              assertThat(finding.message()).contains(day.toString());
            });
  }

  /** Signs, with the person as of one moment and the office's day as of another; undoes it. */
  private static Refused sign(
      RunningGlasnost glasnost, Signatures.Waiting waiting, Instant asked, Instant signed) {
    return catchThrowableOfType(
        Refused.class,
        () ->
            new TransactionTemplate(glasnost.part(PlatformTransactionManager.class))
                .executeWithoutResult(
                    status -> {
                      status.setRollbackOnly();
                      Person person =
                          PeopleAt.of(glasnost, Clock.fixed(asked, OFFICE))
                              .byId(UUID.fromString(waiting.authority()))
                              .orElseThrow();
                      signing(glasnost, Clock.fixed(signed, OFFICE))
                          .sign(
                              new TakingStep.Course(
                                  UUID.fromString(waiting.review()),
                                  UUID.fromString(waiting.document())),
                              "agreed",
                              person,
                              new Occasion(
                                  person.actor(),
                                  "DECLASSIFICATION_AUTHORITY",
                                  null,
                                  null,
                                  Occasion.ClientClass.PROGRAM,
                                  "test"));
                    }));
  }

  private static Signing signing(RunningGlasnost glasnost, Clock clock) {
    OfficeDay day = new OfficeDay(clock, OFFICE);
    return new Signing(
        glasnost.part(Reviews.class),
        glasnost.part(Subjects.class),
        glasnost.part(Documents.class),
        glasnost.part(ChangingMarking.class),
        glasnost.part(MarkingInForce.class),
        glasnost.part(Labels.class),
        glasnost.part(Journal.class),
        day,
        new TrainingRules(glasnost.part(OfficeTrainings.class), day),
        glasnost.part(OnePerson.class));
  }
}
