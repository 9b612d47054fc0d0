package org.glasnost.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptForTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P3D | 3 days",
        "P1D | 1 day",
        "P1Y | 1 year",
        "P6Y | 6 years",
        "P1Y6M | 1 year, 6 months",
        "P2Y1M10D | 2 years, 1 month, 10 days",
        "PERMANENT | for ever"
      })
  void aPeriodIsToldInWords(String written, String words) {
    assertThat(KeptFor.words(written)).isEqualTo(words);
  }
}
