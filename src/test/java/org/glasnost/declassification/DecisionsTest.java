package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an original classification authority may write, order by order. */
class DecisionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          1953-12-14 | SECRET     | -          | PERSON_MUST_DECIDE     | -          | EO_10290
          1953-12-15 | SECRET     | -          | PERSON_MUST_DECIDE     | -          | EO_10501
          1953-12-15 | RESTRICTED | -          | PERSON_MUST_DECIDE     | -          | EO_10501
          1961-09-19 | SECRET     | GROUP 4    | INVALID_INSTRUCTION    | -          | EO_10501
          1961-09-20 | SECRET     | GROUP 4    | 1973-09-20             | GROUP 4    | EO_10964
          1965-02-03 | SECRET     | GROUP 3    | EXCLUDED_FROM_SCHEDULE | GROUP 3    | EO_10964
          1972-05-31 | SECRET     | -          | PERSON_MUST_DECIDE     | -          | EO_10964
          1972-06-01 | SECRET     | -          | 1980-12-31             | 19801231   | EO_11652
          1975-02-03 | SECRET     | 1 Jan 1990 | DATE_TOO_LATE          | -          | EO_11652
          1975-02-03 | SECRET     | ADS 1 Jan 1980 | 1980-01-01         | 19800101   | EO_11652
          1975-02-03 | SECRET     | XGDS-2     | EXCLUDED_FROM_SCHEDULE | XGDS-2     | EO_11652
          1978-11-30 | CONFIDENTIAL | -        | 1984-12-31             | 19841231   | EO_11652
          1978-12-01 | CONFIDENTIAL | -        | 1984-12-01             | 19841201   | EO_12065
          1979-01-30 | SECRET     | 30 Jan 1985 | 1985-01-30            | 19850130   | EO_12065
          1979-01-30 | SECRET     | 31 Jan 1985 | DATE_TOO_LATE         | -          | EO_12065
          1979-01-30 | TOP_SECRET | 30 Jan 1999 | 1999-01-30            | 19990130   | EO_12065
          1979-01-30 | TOP_SECRET | 31 Jan 1999 | DATE_TOO_LATE         | -          | EO_12065
          1982-07-31 | SECRET     | OADR       | INVALID_INSTRUCTION    | -          | EO_12065
          1982-08-01 | SECRET     | OADR       | ORIGINATOR_MUST_DECIDE | OADR       | EO_12356
          1985-03-25 | SECRET     | -          | ORIGINATOR_MUST_DECIDE | OADR       | EO_12356
          1985-03-25 | SECRET     | 1 Jan 2030 | 2030-01-01             | 20300101   | EO_12356
          1995-10-13 | SECRET     | OADR       | ORIGINATOR_MUST_DECIDE | OADR       | EO_12356
          1995-10-14 | SECRET     | OADR       | INVALID_INSTRUCTION    | -          | EO_12958
          1995-10-14 | SECRET     | -          | 2005-10-14             | 20051014   | EO_12958
          1996-02-29 | SECRET     | -          | 2006-02-28             | 20060228   | EO_12958
          1996-02-29 | SECRET     | 1 Mar 2006 | DATE_TOO_LATE          | -          | EO_12958
          2003-03-24 | SECRET     | X3         | EXEMPTION_WITHOUT_DATE | X3         | EO_12958
          2003-03-25 | SECRET     | X3         | INVALID_INSTRUCTION    | -          | EO_13292
          2003-03-25 | SECRET     | MR         | INVALID_INSTRUCTION    | -          | EO_13292
          2003-03-25 | SECRET     | 20280325   | 2028-03-25             | 20280325   | EO_13292
          2003-03-25 | SECRET     | 20280326   | DATE_TOO_LATE          | -          | EO_13292
          2010-06-26 | SECRET     | -          | 2020-06-26             | 20200626   | EO_13292
          2010-06-27 | SECRET     | -          | 2020-06-27             | 20200627   | EO_13526
          2015-03-25 | SECRET     | 20400325   | 2040-03-25             | 20400325   | EO_13526
          2015-03-25 | SECRET     | 20400326   | DATE_TOO_LATE          | -          | EO_13526
          2015-03-25 | SECRET     | 25X6, 20500101 | INVALID_INSTRUCTION | -         | EO_13526
          2015-03-25 | SECRET     | 20140101   | INVALID_INSTRUCTION    | -          | EO_13526
          2015-03-25 | UNCLASSIFIED | -        | NOT_CLASSIFIED         | -          | EO_13526
          -          | SECRET     | -          | NO_BASE_DATE           | -          | -
          """)
  void everyOrderSetsItsOwnTerms(
      @Nullable LocalDate decided,
      StatedLevel level,
      @Nullable String instruction,
      String expected,
      @Nullable String line,
      @Nullable GoverningOrder order) {
    Answer answer =
        DateCalculus.compute(
            Question.of(Purpose.DECIDE, TODAY)
                .decisionDate(decided)
                .level(level)
                .declassifyOn(instruction)
                .permanent(true)
                .build());
    Object found =
        answer.declassifyOn().day() != null
            ? answer.declassifyOn().day()
            : answer.declassifyOn().reason();
    assertThat(String.valueOf(found)).as("%s", answer).isEqualTo(expected);
    assertThat(answer.line()).isEqualTo(line);
    assertThat(answer.governingOrder()).isEqualTo(order);
  }

  @Test
  void foreignGovernmentInformationHadThirtyYearsUnder12065() {
    Answer answer =
        DateCalculus.compute(
            Question.of(Purpose.DECIDE, TODAY)
                .originDate(LocalDate.of(1979, 1, 30))
                .level(StatedLevel.CONFIDENTIAL)
                .contains(Set.of(SpecialContent.FGI))
                .declassifyOn("30 Jan 2009")
                .build());
    assertThat(answer.declassifyOn().day()).isEqualTo("2009-01-30");
  }

  @Test
  void aHumanSourceIsDesignatedWithoutADate() {
    QuestionBuilder question =
        Question.of(Purpose.DECIDE, TODAY)
            .originDate(LocalDate.of(2015, 3, 25))
            .level(StatedLevel.SECRET)
            .permanent(true)
            .humanSource(true);
    Answer answer = DateCalculus.compute(question.build());
    assertThat(answer.line()).isEqualTo("50X1-HUM");
    assertThat(answer.declassifyOn().reason()).isEqualTo(NoDateReason.EXEMPTION_WITHOUT_DATE);
    assertThat(answer.automaticDeclassification().day()).isEqualTo("2090-12-31");
    assertThat(answer.findings()).isEmpty();
    Answer dated = DateCalculus.compute(question.declassifyOn("20250101").build());
    assertThat(dated.findings()).anyMatch(f -> f.isError());
  }

  @Test
  void anEventIsWrittenInItsOwnWords() {
    Answer answer =
        DateCalculus.compute(
            Question.of(Purpose.DECIDE, TODAY)
                .originDate(LocalDate.of(2020, 3, 25))
                .declassifyOn("Completion of Operation Example")
                .build());
    assertThat(answer.line()).isEqualTo("Completion of Operation Example");
    assertThat(answer.declassifyOn().reason()).isEqualTo(NoDateReason.EVENT_PENDING);
  }
}
