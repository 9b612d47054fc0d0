package org.glasnost.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glasnost.authority.Delegation.Authority.CLASSIFICATION;
import static org.glasnost.authority.Delegation.Authority.DECLASSIFICATION;
import static org.glasnost.marking.ClassificationLevel.CONFIDENTIAL;
import static org.glasnost.marking.ClassificationLevel.SECRET;
import static org.glasnost.marking.ClassificationLevel.TOP_SECRET;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a delegation covers, and when a row of the record counts. */
class DelegationTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
  private final Delegation toSecret =
      new Delegation(UUID.randomUUID(), DECLASSIFICATION, "STATE", SECRET, FIRST, LAST);

  @Test
  void coversItsAgencyUpToItsLevelOnItsDaysAndNothingElse() {
    assertThat(toSecret.covers(DECLASSIFICATION, "STATE", SECRET, FIRST)).isTrue();
    assertThat(toSecret.covers(DECLASSIFICATION, "STATE", CONFIDENTIAL, LAST)).isTrue();
    assertThat(toSecret.covers(DECLASSIFICATION, "STATE", TOP_SECRET, FIRST)).isFalse();
    assertThat(toSecret.covers(DECLASSIFICATION, "NSC", SECRET, FIRST)).isFalse();
    assertThat(toSecret.covers(DECLASSIFICATION, "STATE", SECRET, FIRST.minusDays(1))).isFalse();
    assertThat(toSecret.covers(DECLASSIFICATION, "STATE", SECRET, LAST.plusDays(1))).isFalse();
    assertThat(toSecret.covers(CLASSIFICATION, "STATE", SECRET, FIRST)).isFalse();
  }

  @Test
  void aPersonIsAnsweredAsOfTheDayAndAsThenRecorded() {
    Instant recorded = Instant.parse("2024-06-01T12:00:00Z");
    Account account = new Account(UUID.randomUUID(), "someone", "x", false, recorded);
    Held held = new Held(FIRST, LAST, recorded, null);
    account.give(new Right.Office("Someone", "Reviewer", "STATE"), held, null);
    account.give(new Right.Appointment(Role.REVIEWER), held, null);
    account.give(new Right.Clearance(CONFIDENTIAL), held, null);
    account.give(new Right.Clearance(SECRET), new Held(LAST, null, recorded, null), null);
    account.give(
        new Right.Appointment(Role.AUDITOR),
        new Held(FIRST, LAST, recorded, recorded.plusSeconds(60)),
        null);

    Person first = account.person(FIRST, recorded).orElseThrow();
    assertThat(first.roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.AUDITOR);
    assertThat(first.clearance()).isEqualTo(CONFIDENTIAL);
    assertThat(first.office()).isEqualTo("Reviewer, STATE");
    Person later = account.person(LAST, recorded.plusSeconds(60)).orElseThrow();
    assertThat(later.roles()).containsExactly(Role.REVIEWER);
    assertThat(later.clearance()).isEqualTo(SECRET);
    assertThat(account.person(FIRST, recorded.minusSeconds(1))).isEmpty();
    assertThat(account.person(LAST.plusDays(1), recorded)).isEmpty();
  }
}
