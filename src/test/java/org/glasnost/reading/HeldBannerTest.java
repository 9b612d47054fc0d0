package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.rule.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The roll-up banner of what is held: a banner that today's grammar reads without an error. */
class HeldBannerTest {
  private static final LocalDate DAY = LocalDate.of(1985, 3, 25);
  private static final MarkingReader READER = Readers.marking();
  private static final List<String> LINES =
      List.of(
          "SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT AND NSC ADVISOR MCFARLANE",
          "SECRET",
          "CONFIDENTIAL",
          "SECRET/NODIS",
          "SECRET EXDIS",
          "FOR OFFICIAL USE ONLY",
          "CONFIDENTIAL LIMDIS",
          "SECRET WNINTEL NOFORN NOCONTRACT ORCON",
          "TOP SECRET UMBRA",
          "SECRET RESTRICTED DATA",
          "TOP SECRET//RD-CNWDI//NOFORN",
          "SECRET//FRD//NOFORN",
          "TOP SECRET//SI-G/TK//RSEN/ORCON/NOFORN",
          "TOP SECRET//SAR-BP/CA//NOFORN",
          "SECRET//REL TO USA, AUS, GBR",
          "SECRET//REL TO USA, GBR",
          "SECRET//RELIDO",
          "SECRET//NOFORN//EXDIS",
          "UNCLASSIFIED//FOUO");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT | SECRET//NOFORN",
        "TOP SECRET UMBRA                             | TOP SECRET//SI//NOFORN",
        "SECRET/NODIS                                 | SECRET//NOFORN//NODIS",
        "CONFIDENTIAL LIMDIS                          | CONFIDENTIAL//NOFORN",
        "SECRET ORCON                                 | SECRET//ORCON/NOFORN",
        "SECRET RESTRICTED DATA                       | SECRET//RD//NOFORN",
        "SECRET//REL TO USA, AUS, GBR                 | SECRET//REL TO USA, AUS, GBR",
        "TOP SECRET//SAR-BP/CA//NOFORN                | TOP SECRET//SAR-BP/CA//NOFORN",
      })
  void isWhatTheManualWrites(String line, String banner) {
    assertThat(held(line).rollUp()).isEqualTo(banner);
  }

  @Test
  void ofAnyTwoTogetherIsReadWithoutAnError() {
    for (String one : LINES) {
      for (String other : LINES) {
        String banner = held(one).join(held(other)).rollUp();
        assertThat(READER.read(banner, LineKind.BANNER, null).findings().stream())
            .as(one + " + " + other + " = " + banner)
            .noneMatch(Finding::isError);
      }
    }
  }

  @Test
  void ofAllTogetherDropsWhatAClassifiedBannerDoesNotBear() {
    Protection all =
        LINES.stream().map(HeldBannerTest::held).reduce(Protection.UNRESTRICTED, Protection::join);

    assertThat(all.rollUp())
        .isEqualTo("TOP SECRET//SI-G/TK//SAR-BP/CA//RD-CNWDI//RSEN/ORCON/NOFORN//NODIS");
    assertThat(Protection.UNRESTRICTED.rollUp()).isEqualTo("UNCLASSIFIED");
  }

  private static Protection held(String line) {
    Reading reading = READER.read(line, LineKind.SCAN, DAY);
    ClassificationLevel level =
        reading.level() == null
            ? ClassificationLevel.TOP_SECRET
            : reading.level().protection().orElse(ClassificationLevel.UNCLASSIFIED);
    return Protection.of(level, reading.marking());
  }
}
