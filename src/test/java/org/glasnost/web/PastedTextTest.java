package org.glasnost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.policy.Accreditation;
import org.glasnost.reading.LineKind;
import org.glasnost.reading.MarkingReader;
import org.glasnost.reading.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer is marked as what was pasted, and never too low. */
class PastedTextTest {
  private final MarkingReader reader = MarkingReader.standard(() -> LocalDate.of(2026, 11, 26));
  private final PastedText pasted =
      new PastedText(new Accreditation(ClassificationLevel.TOP_SECRET));

  private Reading read(String text) {
    return reader.read(text, LineKind.AUTO, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SECRET//NOFORN            | SECRET//NOFORN",
        "(U)                       | UNCLASSIFIED",
        "CONFIDENTIAL//REL TO USA, GBR | CONFIDENTIAL//REL TO USA, GBR",
        "SECREP                    | TOP SECRET//NOFORN",
        "(S//NOFRON)               | TOP SECRET//NOFORN",
        "Nothing is said of it.    | TOP SECRET//NOFORN"
      })
  void aMarkingIsShownAsItSaysAndADoubtfulOneAtSystemHigh(String text, String header) {
    assertThat(HeldBanner.of(pasted.ofMarking(read(text))).rollUp()).isEqualTo(header);
  }

  @Test
  void unclassifiedOnAPageProvesNothingForTheRest() {
    assertThat(HeldBanner.of(pasted.ofPage(List.of(read("(U)")))).rollUp())
        .startsWith("TOP SECRET");
    assertThat(HeldBanner.of(pasted.ofPage(List.of())).rollUp()).startsWith("TOP SECRET");
    assertThat(HeldBanner.of(pasted.ofPage(List.of(read("(U)"), read("(S//NF)")))).rollUp())
        .isEqualTo("SECRET//NOFORN");
  }

  @Test
  void severalRollUp() {
    assertThat(
            HeldBanner.of(pasted.ofMarkings(List.of(read("(C//REL TO USA, GBR)"), read("(S//NF)"))))
                .rollUp())
        .isEqualTo("SECRET//NOFORN");
    assertThat(HeldBanner.of(pasted.ofMarkings(List.of())).rollUp()).isEqualTo("UNCLASSIFIED");
  }

  @Test
  void aBannerWithoutEndIsNotWritten() {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      readings.add(read("TOP SECRET//SAR-PROGRAM " + (char) ('A' + i % 26) + "X" + i + "//NOFORN"));
    }
    assertThat(HeldBanner.of(pasted.ofMarkings(readings)).rollUp())
        .hasSizeLessThan(1_001)
        .startsWith("TOP SECRET");
  }
}
