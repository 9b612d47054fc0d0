package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsIssuedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          1952-02-03 | SECRET       | -          | PERSON_MUST_DECIDE     | EO_10290
          1940-02-03 | SECRET       | -          | PERSON_MUST_DECIDE     | PRE_EO_10290
          1962-10-24 | SECRET       | GROUP 1    | EXCLUDED_FROM_SCHEDULE | EO_10964
          1962-10-24 | SECRET       | GROUP 3    | EXCLUDED_FROM_SCHEDULE | EO_10964
          1970-04-02 | CONFIDENTIAL | GROUP 4    | 1982-04-02             | EO_10964
          1975-06-10 | SECRET       | -          | 1983-12-31             | EO_11652
          1975-06-10 | SECRET       | GDS        | 1983-12-31             | EO_11652
          1975-06-10 | SECRET       | XGDS-1     | EXCLUDED_FROM_SCHEDULE | EO_11652
          1979-01-30 | CONFIDENTIAL | GDS 1/30/85 | 1985-01-30            | EO_12065
          1979-01-30 | CONFIDENTIAL | RDS-3 1/30/99 | REVIEW_DATE_ONLY    | EO_12065
          1985-03-25 | SECRET       | OADR       | ORIGINATOR_MUST_DECIDE | EO_12356
          1985-03-25 | SECRET       | 1 Jan 2030 | 2030-01-01             | EO_12356
          1998-02-02 | SECRET       | OADR       | INVALID_INSTRUCTION    | EO_12958
          1999-11-03 | SECRET       | X1         | EXEMPTION_WITHOUT_DATE | EO_12958
          1999-11-03 | SECRET       | 1 Jan 2015 | DATE_TOO_LATE          | EO_12958
          2009-06-15 | SECRET       | MR         | INVALID_INSTRUCTION    | EO_13292
          2015-06-15 | SECRET       | 50X1-HUM   | EXEMPTION_WITHOUT_DATE | EO_13526
          -          | SECRET       | OADR       | ORIGINATOR_MUST_DECIDE | EO_12356
          """)
  void theInstructionSpeaksUnderItsOwnOrder(
      @Nullable LocalDate origin,
      StatedLevel level,
      @Nullable String instruction,
      String expected,
      GoverningOrder order) {
    Answer answer =
        DateCalculus.compute(
            Question.of(Purpose.READ, LocalDate.of(2026, 1, 1))
                .frame(Frame.AS_ISSUED)
                .originDate(origin)
                .level(level)
                .declassifyOn(instruction)
                .permanent(true)
                .build());
    Object found =
        answer.declassifyOn().day() != null
            ? answer.declassifyOn().day()
            : answer.declassifyOn().reason();
    assertThat(String.valueOf(found)).as("%s", answer).isEqualTo(expected);
    assertThat(answer.governingOrder()).isEqualTo(order);
    assertThat(answer.line()).isNull();
    assertThat(answer.automaticDeclassification().reason()).isEqualTo(NoDateReason.OUTSIDE_FRAME);
  }
}
