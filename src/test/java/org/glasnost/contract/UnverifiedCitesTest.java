package org.glasnost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.marking.rollup.RollUp;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.junit.jupiter.api.Test;

/** An answer says of each source that was not read that it was not. */
class UnverifiedCitesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private final Calculators calculators =
      new Calculators(MarkingReader.standard(() -> TODAY), () -> TODAY);

  @Test
  void inTheFindingsOfAReading() {
    ReadingView reading =
        calculators.parse(new LineRequest("CONFIDENTIAL//KLM//NOFORN", LineKind.BANNER, null));

    assertThat(reading.findings()).isNotEmpty();
    assertThat(reading.findings().get(0).cites()).containsExactly("C16 H", "C16 H.4 [unverified]");
  }

  @Test
  void inTheStepsOfARollUp() {
    List<String> cites =
        calculators
            .rollUp(
                new RollUpRequest(
                    List.of("(S//REL TO USA, TEYE)", "(S//REL TO USA, GBR, CAN)"),
                    null,
                    null,
                    RollUp.Context.OTHER))
            .explanation()
            .stream()
            .flatMap(step -> step.cites().stream())
            .toList();

    assertThat(cites).contains("C16 H.8 [unverified]");
  }

  @Test
  void notWhereEverythingWasRead() {
    RollUpAnswer answer =
        calculators.rollUp(
            new RollUpRequest(
                List.of("(S//REL TO USA, FVEY)", "(S//REL TO USA, GBR)"), null, null, null));

    assertThat(answer.banner()).isEqualTo("SECRET//REL TO USA, GBR");
    assertThat(answer.explanation())
        .flatExtracting(RollUpAnswer.StepView::cites)
        .noneMatch(cite -> cite.toString().contains("["));
  }
}
