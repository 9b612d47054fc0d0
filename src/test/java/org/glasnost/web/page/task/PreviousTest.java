package org.glasnost.web.page.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.glasnost.review.Decision;
import org.glasnost.review.Step;
import org.glasnost.review.StepKind;
import org.junit.jupiter.api.Test;

/** What was decided before is shown with each task; why, only to those whom it is for. */
class PreviousTest {
  private static final String WRITTEN = "words that quote what is withheld";

  private static final Step DECIDED =
      new Step(
          StepKind.FIRST_REVIEWED,
          UUID.randomUUID(),
          Instant.EPOCH,
          Step.Said.decision(
              new Decision(
                  Decision.Determination.DECLASSIFY_IN_PART,
                  List.of(
                      new Decision.PortionDecision(
                          "p1", Decision.Choice.WITHHOLD, "PRA P6", List.of(), WRITTEN)),
                  null,
                  List.of(),
                  WRITTEN)));

  @Test
  void showsWhyToThoseWhomItIsFor() {
    Previous shown = Previous.of(DECIDED, "somebody", "then", true);

    assertThat(shown.reason()).isEqualTo(WRITTEN);
    assertThat(Objects.requireNonNull(shown.portions().get("p1")).reason()).isEqualTo(WRITTEN);
  }

  @Test
  void showsOthersWhatWasDecidedAndNoWordThatWasWritten() {
    Previous shown = Previous.of(DECIDED, "somebody", "then", false);

    assertThat(shown.determination()).isNotNull();
    assertThat(Objects.requireNonNull(shown.portions().get("p1")).on()).containsExactly("PRA P6");
    assertThat(shown.toString()).doesNotContain(WRITTEN);
  }
}
