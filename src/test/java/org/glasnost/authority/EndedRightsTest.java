package org.glasnost.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the record says in its two times of a right that ends. */
class EndedRightsTest {
  private static final Instant GIVEN = Instant.parse("2026-01-05T15:00:00Z");
  private static final Instant ENDED = Instant.parse("2026-03-02T15:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Right SECRET = new Right.Clearance(ClassificationLevel.SECRET);

  private final Account account = new Account(UUID.randomUUID(), "someone", "x", false, GIVEN);

  @Test
  void whatEndsHoldsToTheDayBeforeAndIsStillKnownAsItWas() {
    HeldRow row = clearance(FIRST, null);

    account.endBefore(row, TODAY, ENDED);

    assertThat(clearedOn(TODAY.minusDays(1), ENDED)).isTrue();
    assertThat(clearedOn(TODAY, ENDED)).isFalse();
    assertThat(clearedOn(TODAY, ENDED.minusSeconds(1))).isTrue();
    assertThat(account.rows()).hasSize(2);
  }

  @Test
  void whatWasToBeginLaterIsOnlySaidNoLonger() {
    HeldRow row = clearance(TODAY.plusDays(3), null);

    account.endBefore(row, TODAY, ENDED);

    assertThat(account.rows()).hasSize(1);
    assertThat(clearedOn(TODAY.plusDays(3), ENDED)).isFalse();
    assertThat(clearedOn(TODAY.plusDays(3), ENDED.minusSeconds(1))).isTrue();
  }

  @Test
  void whatBeganTodayNeverHeldByWhatIsKnownNow() {
    HeldRow row = clearance(TODAY, null);

    account.endBefore(row, TODAY, ENDED);

    assertThat(clearedOn(TODAY, ENDED)).isFalse();
    assertThat(clearedOn(TODAY, ENDED.minusSeconds(1))).isTrue();
  }

  @Test
  void anEndThatHasPassedStays() {
    HeldRow row = clearance(FIRST, FIRST.plusDays(2));

    account.endBefore(row, TODAY, ENDED);

    assertThat(clearedOn(FIRST.plusDays(2), ENDED)).isTrue();
    assertThat(clearedOn(FIRST.plusDays(3), ENDED)).isFalse();
  }

  @Test
  void everyKindOfRightComesBackAsItWasGiven() {
    List<Right> rights =
        List.of(
            new Right.Office("Someone", "Reviewer", "STATE"),
            new Right.Appointment(Role.REVIEWER),
            SECRET,
            new Right.Briefing("SI-G"),
            new Right.Citizen("USA"),
            new Right.Agreement(FIRST),
            new Right.Delegated(
                Delegation.Authority.CLASSIFICATION, "STATE", ClassificationLevel.SECRET),
            new Right.Trained(TrainingKind.DECLASSIFICATION, FIRST));
    UUID order = UUID.randomUUID();
    rights.forEach(right -> account.give(right, new Held(FIRST, null, GIVEN, null), order));

    assertThat(account.rows().map(HeldRow::right)).containsExactlyInAnyOrderElementsOf(rights);
    assertThat(rights.stream().map(Right::kind)).containsExactlyInAnyOrder(Right.Kind.values());
    List<HeldRow> rows = account.rows().toList();
    rows.forEach(row -> account.endBefore(row, TODAY, ENDED));

    assertThat(account.rows().filter(row -> row.held().current()).map(HeldRow::right))
        .containsExactlyInAnyOrderElementsOf(rights);
    assertThat(account.rows().map(HeldRow::order)).containsOnly(order);
    assertThat(account.person(TODAY, ENDED)).isEmpty();
    Person yesterday = account.person(TODAY.minusDays(1), ENDED).orElseThrow();
    assertThat(yesterday.delegations())
        .singleElement()
        .satisfies(d -> assertThat(d.authority()).isEqualTo(Delegation.Authority.CLASSIFICATION));
    assertThat(yesterday.trainedUntil()).containsOnlyKeys(TrainingKind.DECLASSIFICATION);
  }

  private HeldRow clearance(LocalDate from, @Nullable LocalDate to) {
    UUID id = account.give(SECRET, new Held(from, to, GIVEN, null), null);
    return account.rows().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }

  private boolean clearedOn(LocalDate day, Instant knownAt) {
    return account.rows().anyMatch(row -> row.held().at(day, knownAt));
  }
}
