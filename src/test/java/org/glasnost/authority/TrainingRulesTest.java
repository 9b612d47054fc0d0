package org.glasnost.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.policy.OfficeDay;
import org.glasnost.policy.OfficeTrainings;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether an act is refused for the training it rests on, on both sides of its last midnight. */
class TrainingRulesTest {
  private static final ZoneId OFFICE = ZoneId.of("America/New_York");
  private static final LocalDate LAST = LocalDate.of(2026, 3, 15);
  private static final Instant LAST_MINUTE =
      LAST.atTime(LocalTime.of(23, 59)).atZone(OFFICE).toInstant();
  private static final Instant MIDNIGHT = LAST.plusDays(1).atStartOfDay(OFFICE).toInstant();

  @ParameterizedTest
  @CsvSource({
    "ORIGINAL_CLASSIFICATION, TRN-0001",
    "DERIVATIVE_CLASSIFICATION, TRN-0002",
    "DECLASSIFICATION, TRN-0003"
  })
  void aTrainingIsAskedForToTheLastMinuteOfItsLastDayInTheOffice(TrainingKind kind, String rule) {
    Person trained = person(Map.of(kind, LAST));

    assertThat(refused(asking(true, LAST_MINUTE), kind, trained)).isNull();
    Refused refused = refused(asking(true, MIDNIGHT), kind, trained);

    assertThat(refused.ground()).isEqualTo(Refused.Ground.NOT_ENTITLED);
    Finding finding = only(refused);
    assertThat(finding.rule().value()).isEqualTo(rule);
    assertThat(finding.token()).isEqualTo(kind.name());
    assertThat(finding.message())
        .contains("counted until 2026-03-15", "have two security officers record it");
  }

  @ParameterizedTest
  @EnumSource(TrainingKind.class)
  void whoHasNoneOnRecordIsToldSo(TrainingKind kind) {
    Refused refused = refused(asking(true, LAST_MINUTE), kind, person(Map.of()));

    assertThat(only(refused).message()).contains("no training in", "is on record for you");
  }

  @ParameterizedTest
  @EnumSource(TrainingKind.class)
  void anotherTrainingDoesNotStandInForIt(TrainingKind kind) {
    for (TrainingKind other : TrainingKind.values()) {
      assertThat(refused(asking(true, LAST_MINUTE), kind, person(Map.of(other, LAST))) == null)
          .isEqualTo(other == kind);
    }
  }

  @Test
  void theLawIsNamedWhereItAsksAndThePolicyOfTheOfficeSaysThatItIsNone() {
    TrainingRules rules = asking(true, LAST_MINUTE);
    Person nobody = person(Map.of());

    assertThat(only(refused(rules, TrainingKind.ORIGINAL_CLASSIFICATION, nobody)))
        .satisfies(
            finding -> {
              assertThat(finding.message()).contains("authority to classify is suspended");
              assertThat(finding.cites())
                  .containsExactly(
                      Citation.of("32 CFR 2001.71(c)(3)"),
                      Citation.of("E.O. 13526 section 1.3(d)"));
            });
    assertThat(only(refused(rules, TrainingKind.DERIVATIVE_CLASSIFICATION, nobody)).cites())
        .containsExactly(
            Citation.of("32 CFR 2001.71(d)(3)"), Citation.of("E.O. 13526 section 2.1(d)"));
    assertThat(only(refused(rules, TrainingKind.DECLASSIFICATION, nobody)))
        .satisfies(
            finding -> {
              assertThat(finding.message()).contains("policy of this office, not law");
              assertThat(finding.cites()).isEmpty();
            });
  }

  @ParameterizedTest
  @EnumSource(TrainingKind.class)
  void theOfficeMaySwitchOffItsOwnAndNoOther(TrainingKind kind) {
    TrainingRules rules = asking(false, MIDNIGHT);

    assertThat(refused(rules, kind, person(Map.of())) == null).isEqualTo(!kind.isLaw());
  }

  @Test
  void whatIsLawIsNotTheOfficesToSay() {
    OfficeDay day = day(MIDNIGHT);
    for (Map<String, Boolean> said :
        List.of(
            Map.<String, Boolean>of(),
            Map.of("DECLASSIFICATION", true, "DERIVATIVE_CLASSIFICATION", false),
            Map.of("DECLASIFICATION", false))) {
      assertThatIllegalArgumentException()
          .as(said.toString())
          .isThrownBy(() -> new TrainingRules(new OfficeTrainings(said), day))
          .withMessageContaining("[DECLASSIFICATION]");
    }
  }

  @Test
  void anAuthorityToClassifyCoversNothingWhileItIsSuspended() {
    Person authority = person(Map.of(TrainingKind.ORIGINAL_CLASSIFICATION, LAST));

    assertThat(covered(authority, Delegation.Authority.CLASSIFICATION, LAST)).isTrue();
    assertThat(covered(authority, Delegation.Authority.CLASSIFICATION, LAST.plusDays(1))).isFalse();
    assertThat(covered(person(Map.of()), Delegation.Authority.CLASSIFICATION, LAST)).isFalse();
    // To declassify is another authority, and asks for another training when it is used.
    assertThat(covered(person(Map.of()), Delegation.Authority.DECLASSIFICATION, LAST)).isTrue();
  }

  @Test
  void aTrainingThatTheRecordEndsEarlierCountsNoLonger() {
    Instant recorded = Instant.parse("2026-01-05T15:00:00Z");
    LocalDate first = LocalDate.of(2026, 1, 5);
    Account account = new Account(UUID.randomUUID(), "someone", "x", false, recorded);
    Held always = new Held(first, null, recorded, null);
    account.give(new Right.Office("Someone", "Reviewer", "STATE"), always, null);
    account.give(
        new Right.Trained(TrainingKind.DECLASSIFICATION, first),
        new Held(first, LAST, recorded, null),
        null);

    Person letIn = account.person(LAST, recorded).orElseThrow();

    assertThat(refused(asking(true, LAST_MINUTE), TrainingKind.DECLASSIFICATION, letIn)).isNull();
    assertThat(refused(asking(true, MIDNIGHT), TrainingKind.DECLASSIFICATION, letIn)).isNotNull();
  }

  private static boolean covered(Person person, Delegation.Authority authority, LocalDate day) {
    return person.delegationFor(authority, "STATE", ClassificationLevel.SECRET, day).isPresent();
  }

  private static Finding only(Refused refused) {
    assertThat(refused.findings()).hasSize(1);
    return refused.findings().get(0);
  }

  private static Refused refused(TrainingRules rules, TrainingKind kind, Person person) {
    return catchThrowableOfType(Refused.class, () -> rules.require(kind, person));
  }

  private static TrainingRules asking(boolean declassification, Instant now) {
    return new TrainingRules(
        new OfficeTrainings(Map.of("DECLASSIFICATION", declassification)), day(now));
  }

  private static OfficeDay day(Instant now) {
    return new OfficeDay(Clock.fixed(now, OFFICE), OFFICE);
  }

  private static Person person(Map<TrainingKind, LocalDate> trainedUntil) {
    return new Person(
        UUID.randomUUID(),
        "someone",
        "Someone",
        "Authority",
        "STATE",
        Set.of(Role.ORIGINAL_CLASSIFICATION_AUTHORITY),
        ClassificationLevel.SECRET,
        Set.of(),
        Set.of("USA"),
        null,
        List.of(
            delegation(Delegation.Authority.CLASSIFICATION),
            delegation(Delegation.Authority.DECLASSIFICATION)),
        trainedUntil);
  }

  private static Delegation delegation(Delegation.Authority authority) {
    return new Delegation(
        UUID.randomUUID(),
        authority,
        "STATE",
        ClassificationLevel.SECRET,
        LocalDate.of(2020, 1, 1),
        null);
  }
}
