package org.glasnost.process.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.glasnost.document.Portions.Portion;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.process.TaskKind;
import org.glasnost.reading.PortionKind;
import org.glasnost.review.Decision;
import org.glasnost.review.Decision.Choice;
import org.glasnost.review.Decision.Determination;
import org.glasnost.review.Step;
import org.glasnost.review.Subject;
import org.junit.jupiter.api.Test;

/** What the journal tells of a completed task: what was decided, and nothing that was written. */
class ToldTest {
  private static final String WRITTEN = "fictitious words that nobody may log";

  @Test
  void aDecisionIsToldByCountsAndBases() {
    var portions =
        List.of(
            new Decision.PortionDecision("p1", Choice.RELEASE, null, List.of(), WRITTEN),
            new Decision.PortionDecision("p2", Choice.WITHHOLD, "3.3(b)(6)", List.of(), WRITTEN),
            new Decision.PortionDecision(
                "p3",
                Choice.PART,
                null,
                List.of(new Decision.WithheldSpan(1, 2, "STATUTE " + WRITTEN, WRITTEN)),
                null));

    Map<String, Object> told =
        Told.of(
            TaskKind.FIRST_REVIEW,
            new TaskBody.Decided(
                Determination.DECLASSIFY_IN_PART, portions, null, List.of(), WRITTEN),
            () -> subject(3));

    assertThat(told)
        .containsEntry("determination", "DECLASSIFY_IN_PART")
        .containsEntry("portions", Map.of("released", 1, "withheld", 1, "inPart", 1))
        .containsEntry("bases", List.of("3.3(b)(6)", "STATUTE"));
    assertThat(told.toString()).doesNotContain(WRITTEN);
  }

  @Test
  void inFullCountsEveryPortionThoughNoneIsNamed() {
    assertThat(
            Told.of(
                TaskKind.FIRST_REVIEW,
                new TaskBody.Decided(Determination.DECLASSIFY_IN_FULL, null, null, null, WRITTEN),
                () -> subject(7)))
        .containsEntry("portions", Map.of("released", 7, "withheld", 0, "inPart", 0));
  }

  @Test
  void aReturnDecidesNothing() {
    assertThat(
            Told.of(
                TaskKind.SECOND_REVIEW,
                new TaskBody.DecidedOrReturned(true, null, null, null, null, WRITTEN),
                () -> subject(7)))
        .isEmpty();
  }

  @Test
  void equitiesAndAnswersAreToldByAgency() {
    assertThat(
            Told.of(
                TaskKind.EQUITY_IDENTIFICATION,
                new TaskBody.Equities(
                    List.of(new Step.Equity("p1", "CIA"), new Step.Equity("p2", "CIA")), WRITTEN),
                () -> subject(3)))
        .isEqualTo(
            Map.of(
                "equities",
                2,
                "agencies",
                1L,
                "portionsOf",
                List.of(Map.of("agency", "CIA", "portions", List.of("p1-p2")))));
    Map<String, Object> answer =
        Told.of(
            TaskKind.REFERRAL_ANSWER,
            new TaskBody.Answered(
                "CIA",
                List.of(new Decision.PortionDecision("p1", Choice.RELEASE, null, List.of(), null)),
                LocalDate.of(2026, 1, 5),
                WRITTEN,
                WRITTEN),
            () -> subject(3));
    assertThat(answer).containsEntry("agency", "CIA").containsEntry("answeredOn", "2026-01-05");
    assertThat(answer.toString()).doesNotContain(WRITTEN);
  }

  private static Subject subject(int portions) {
    return new Subject(
        IntStream.rangeClosed(1, portions)
            .mapToObj(n -> new Portion(n, PortionKind.PARAGRAPH, n, n + 1, null))
            .toList(),
        "STATE",
        LocalDate.of(1985, 3, 25),
        ClassificationLevel.SECRET,
        LocalDate.of(2026, 1, 5));
  }
}
