package org.glasnost.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which step of a review may come next, and who may not take it, whatever a process proposes. */
class DocumentReviewTest {
  private static final UUID COORDINATOR = new UUID(0, 1);
  private static final UUID REVIEWER = new UUID(0, 2);
  private static final UUID SECOND = new UUID(0, 3);
  private static final UUID SENIOR = new UUID(0, 4);
  private static final UUID AUTHORITY = new UUID(0, 5);

  @Test
  void nothingIsSignedAfterOneReview() {
    DocumentReview review = reviewed(true, Decision.Determination.DECLASSIFY_IN_FULL);

    assertThat(review.expects())
        .containsExactlyInAnyOrder(StepKind.SECOND_REVIEWED, StepKind.RETURNED);
    assertThatThrownBy(() -> review.admit(StepKind.SIGNED, AUTHORITY::equals))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.findings().get(0).rule()).hasToString("REV-0001"));
  }

  @ParameterizedTest
  @EnumSource(value = Decision.Determination.class, mode = EnumSource.Mode.EXCLUDE, names = "REFER")
  void anotherPersonSignsAfterOneReviewWhereTheOfficeDecidesSo(Decision.Determination decided) {
    DocumentReview review = reviewed(false, decided);

    review.admit(StepKind.SIGNED, AUTHORITY::equals);
    review.admit(StepKind.SIGNATURE_REFUSED, AUTHORITY::equals);
    review.admit(StepKind.SECOND_REVIEWED, SECOND::equals);
    for (StepKind kind : List.of(StepKind.SIGNED, StepKind.SIGNATURE_REFUSED)) {
      assertThatThrownBy(() -> review.admit(kind, REVIEWER::equals))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.findings().get(0).rule()).hasToString("REV-0002"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsReferredIsNotSigned(boolean twoPersons) {
    assertThat(reviewed(twoPersons, Decision.Determination.REFER).expects())
        .doesNotContain(StepKind.SIGNED, StepKind.SIGNATURE_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereTheSecondReviewIsMadeItCounts(boolean twoPersons) {
    Decision.Determination full = Decision.Determination.DECLASSIFY_IN_FULL;
    DocumentReview agreed =
        review(
            twoPersons,
            equities(),
            decided(StepKind.FIRST_REVIEWED, REVIEWER, full),
            decided(StepKind.SECOND_REVIEWED, SECOND, full));
    DocumentReview differing =
        review(
            twoPersons,
            equities(),
            decided(StepKind.FIRST_REVIEWED, REVIEWER, full),
            decided(StepKind.SECOND_REVIEWED, SECOND, Decision.Determination.SUSTAIN));

    assertThat(agreed.expects())
        .containsExactlyInAnyOrder(StepKind.SIGNED, StepKind.SIGNATURE_REFUSED);
    assertThat(differing.expects()).containsExactly(StepKind.ADJUDICATED);
    assertThat(agreed.barredFrom(StepKind.SIGNED)).containsExactlyInAnyOrder(REVIEWER, SECOND);
    assertThat(differing.barredFrom(StepKind.ADJUDICATED))
        .containsExactlyInAnyOrder(REVIEWER, SECOND);
    assertThat(differing.barredFrom(StepKind.SIGNED)).doesNotContain(SENIOR, AUTHORITY);
  }

  @Test
  void refusedSignatureLeadsBackToWhoeverReviewed() {
    Step first =
        decided(StepKind.FIRST_REVIEWED, REVIEWER, Decision.Determination.DECLASSIFY_IN_FULL);
    Step second =
        decided(StepKind.SECOND_REVIEWED, SECOND, Decision.Determination.DECLASSIFY_IN_FULL);
    Step refused = step(StepKind.SIGNATURE_REFUSED, AUTHORITY, null);

    assertThat(review(true, equities(), first, second, refused).expects())
        .containsExactlyInAnyOrder(StepKind.SECOND_REVIEWED, StepKind.RETURNED);
    assertThat(review(false, equities(), first, second, refused).expects())
        .containsExactlyInAnyOrder(StepKind.SECOND_REVIEWED, StepKind.RETURNED);
    DocumentReview alone = review(false, equities(), first, refused);
    assertThat(alone.expects())
        .containsExactlyInAnyOrder(
            StepKind.FIRST_REVIEWED, StepKind.SECOND_REVIEWED, StepKind.RETURNED);
    alone.admit(StepKind.FIRST_REVIEWED, REVIEWER::equals);
    assertThatThrownBy(() -> alone.admit(StepKind.FIRST_REVIEWED, AUTHORITY::equals))
        .isInstanceOf(Refused.class);
  }

  private static DocumentReview reviewed(boolean twoPersons, Decision.Determination first) {
    return review(twoPersons, equities(), decided(StepKind.FIRST_REVIEWED, REVIEWER, first));
  }

  private static DocumentReview review(boolean twoPersons, Step... steps) {
    return new DocumentReview(List.of("p1"), new ArrayList<>(List.of(steps)), twoPersons);
  }

  private static Step equities() {
    return new Step(
        StepKind.EQUITIES_IDENTIFIED,
        COORDINATOR,
        Instant.EPOCH,
        Step.Said.equities(List.of(), null));
  }

  private static Step decided(StepKind kind, UUID by, Decision.Determination determination) {
    return step(kind, by, new Decision(determination, List.of(), null, List.of(), "notional"));
  }

  private static Step step(StepKind kind, UUID by, @Nullable Decision decision) {
    return new Step(
        kind, by, Instant.EPOCH, new Step.Said(null, decision, null, null, null, "notional"));
  }
}
