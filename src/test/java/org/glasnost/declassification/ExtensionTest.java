package org.glasnost.declassification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.glasnost.marking.StatedLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          20220301                        | 2022-02-28 | 2030-01-01 | 2030-01-01 | false
          20220301                        | 2022-02-28 | -          | 2037-05-06 | false
          20220301                        | 2022-03-01 | 2030-01-01 | 2022-03-01 | true
          20220301                        | 2022-02-28 | 2037-05-07 | 2022-03-01 | true
          20220301                        | 2022-02-28 | 2022-02-28 | 2022-03-01 | true
          20270301                        | -          | 2030-01-01 | 2030-01-01 | false
          20220301                        | -          | 2030-01-01 | 2022-03-01 | true
          Completion of the operation     | 2022-02-28 | 2030-01-01 | 2030-01-01 | false
          OADR                            | 2022-02-28 | 2040-01-01 | 2037-05-06 | true
          OADR                            | 2022-02-28 | -          | 2037-05-06 | true
          """)
  void isGrantedBeforeTheDateAndUpToTwentyFiveYears(
      String instruction,
      @Nullable LocalDate decidedOn,
      @Nullable LocalDate to,
      LocalDate expected,
      boolean refused) {
    Answer answer =
        DateCalculus.compute(
            Question.of(Purpose.READ, LocalDate.of(2026, 1, 1))
                .originDate(LocalDate.of(2012, 5, 6))
                .level(StatedLevel.SECRET)
                .declassifyOn(instruction)
                .extension(new Extension(decidedOn, to))
                .build());
    assertThat(answer.declassifyOn().day()).as("%s", answer).isEqualTo(expected);
    assertThat(answer.findings().stream().anyMatch(f -> f.isError())).isEqualTo(refused);
  }
}
