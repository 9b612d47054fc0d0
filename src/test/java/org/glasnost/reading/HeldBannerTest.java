package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.Protection;
import org.glasnost.marking.rollup.HeldBanner;
import org.glasnost.rule.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The roll-up banner of what is held: a banner that today's grammar reads without an error, and
 * that of the marking where all is held as marked. The page's line says every word.
 */
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
          "UNCLASSIFIED//FOUO",
          "SECRET//FGI DEU GBR//NOFORN",
          "SECRET//FGI//REL TO USA, GBR",
          "SECRET//DISPLAY ONLY AFG, GBR",
          "SECRET//REL TO USA, GBR/DISPLAY ONLY AFG",
          "//JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR",
          "//JOINT SECRET CAN USA",
          "//GBR SECRET//REL TO USA, GBR",
          "//COSMIC TOP SECRET//ATOMAL",
          "SECRET//CUI//SP-CTI//NOFORN",
          "CUI",
          "SECRET//IMCON/NOFORN/PROPIN",
          "SECRET//NOFORN//LES");

  /** Today's markings, of which every word is carried. */
  private static final List<String> CARRIED =
      List.of(
          "SECRET//FGI DEU GBR//NOFORN",
          "SECRET//FGI//NOFORN",
          "SECRET//FGI CAN GBR//REL TO USA, CAN, GBR",
          "CUI",
          "CUI//SP-CTI",
          "SECRET//CUI//NOFORN",
          "SECRET//HCS-P//CUI//SP-CTI/PRVCY//NOFORN",
          "//JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR",
          "//JOINT SECRET CAN USA//REL TO USA, CAN, GBR",
          "//JOINT UNCLASSIFIED CAN USA//REL TO USA, CAN",
          "SECRET//DISPLAY ONLY AFG",
          "SECRET//REL TO USA, GBR/DISPLAY ONLY AFG",
          "UNCLASSIFIED//DISPLAY ONLY GBR",
          "SECRET//IMCON/NOFORN/PROPIN",
          "CONFIDENTIAL//IMCON/NOFORN/PROPIN",
          "//GBR SECRET//REL TO USA, GBR",
          "//GBR SECRET//NOFORN",
          "//CAN DEU SECRET//NOFORN",
          "//COSMIC TOP SECRET//NOFORN",
          "//NATO SECRET//NOFORN",
          "SECRET//ATOMAL//FGI NATO//NOFORN",
          "SECRET//NOFORN//LES",
          "SECRET//NOFORN//SSI",
          "TOP SECRET//SI-G/TK//SAR-BP/CA//RD-CNWDI//FGI//CUI//RSEN/ORCON/NOFORN//NODIS");

  /** A level of a foreign language names no owner by a code; it is held and shown all the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GEHEIM",
        "STRENG GEHEIM",
        "STRICTLY CONFIDENTIAL",
        "OFFICIAL SENSITIVE",
        "VS NUR FÜR DEN DIENSTGEBRAUCH",
        "TRÈS SECRET DÉFENSE",
        "UK SECRET",
        "SECRET (CANADIAN)",
        "NATO RESTRICTED",
        "COSMIC TOP SECRET"
      })
  void aHistoricForeignLevelIsHeldAsForeignWords(String line) {
    Protection held = Readers.marking().read(line).asksFor();
    assertThat(HeldBanner.of(held).rollUp()).doesNotContain("null");
    assertThat(held.sources().size() + held.producers().size()).as("%s", held).isPositive();
  }

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
        "CONFIDENTIAL//IMCON/PROPIN/NOFORN            | CONFIDENTIAL//IMCON/NOFORN/PROPIN",
        "//JOINT SECRET CAN USA               | //JOINT SECRET CAN USA//REL TO USA, CAN",
        "//FGI SECRET                                 | SECRET//FGI//NOFORN",
        "(//FGI S//NF)                                | SECRET//FGI//NOFORN",
        "//GBR SECRET                                 | //GBR SECRET//NOFORN",
      })
  void isWhatTheManualWrites(String line, String banner) {
    assertThat(HeldBanner.of(held(line)).rollUp()).isEqualTo(banner);
  }

  @ParameterizedTest
  @MethodSource("carried")
  void ofWhatIsHeldAsMarkedIsTheMarkingAndSoIsThePagesLine(String line) {
    HeldBanner banner = HeldBanner.of(marked(line));

    assertThat(banner.rollUp()).isEqualTo(line);
    assertThat(banner.shown()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SECRET                                  | SECRET",
        "SECRET/SENSITIVE EYES ONLY FOR THE PRESIDENT | SECRET//EYES ONLY/SENSITIVE",
        "TOP SECRET UMBRA                        | TOP SECRET//UMBRA",
        "SECRET/NODIS                            | SECRET//NODIS",
        "SECRET//DISPLAY ONLY AFG                | SECRET//DISPLAY ONLY AFG",
      })
  void ofAPageSaysEveryWordThatIsHeld(String line, String shown) {
    assertThat(HeldBanner.of(held(line)).shown()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "//GBR SECRET//REL TO USA, GBR | SECRET//REL TO USA, GBR | SECRET//FGI GBR//REL TO USA, GBR",
        "//GBR SECRET//NOFORN | //GBR TOP SECRET//NOFORN | //GBR TOP SECRET//NOFORN",
        "//GBR SECRET//NOFORN | //DEU SECRET//NOFORN | SECRET//FGI DEU GBR//NOFORN",
        "//GBR SECRET//NOFORN | SECRET//FGI//NOFORN | SECRET//FGI//NOFORN",
        "//JOINT SECRET CAN USA//REL TO USA, CAN | SECRET | SECRET//FGI CAN//NOFORN",
        "//JOINT SECRET CAN USA//REL TO USA, CAN | //JOINT SECRET GBR USA//REL TO USA, GBR |"
            + " SECRET//FGI CAN GBR//NOFORN",
        "//JOINT SECRET CAN USA//REL TO USA, CAN | (//JOINT S//REL TO USA, CAN) |"
            + " //JOINT SECRET CAN USA//REL TO USA, CAN",
        "SECRET//DISPLAY ONLY AFG, GBR | SECRET//REL TO USA, GBR | SECRET//DISPLAY ONLY GBR",
        "SECRET//DISPLAY ONLY AFG | SECRET | SECRET//NOFORN",
        "SECRET//DISPLAY ONLY AFG | SECRET//NOFORN | SECRET//NOFORN",
        "CUI | SECRET//NOFORN | SECRET//CUI//NOFORN",
        "CUI//SP-CTI | CUI | CUI//SP-CTI",
        "SECRET//FGI DEU//NOFORN | SECRET//FGI//NOFORN | SECRET//FGI//NOFORN",
      })
  void ofTwoIsTheirRollUp(String one, String other, String banner) {
    HeldBanner both = HeldBanner.of(marked(one).join(marked(other)));

    assertThat(both.rollUp()).isEqualTo(banner);
  }

  @Test
  void aSourceThatIsConcealedConcealsTheOthersOnAPageToo() {
    Protection both =
        held("SECRET/SENSITIVE").join(marked("SECRET//FGI DEU//NOFORN")).join(marked("(//FGI S)"));

    assertThat(HeldBanner.of(both).shown()).isEqualTo("SECRET//FGI//NOFORN/SENSITIVE");
  }

  @Test
  void ofJointWordsWhoseOwnersNothingNamesIsOfASourceWithoutAName() {
    assertThat(HeldBanner.of(marked("(//JOINT S)")).rollUp()).isEqualTo("SECRET//FGI//NOFORN");
  }

  @Test
  void ofAnyTwoTogetherIsReadWithoutAnError() {
    for (String one : LINES) {
      for (String other : LINES) {
        String banner = HeldBanner.of(held(one).join(held(other))).rollUp();
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

    assertThat(HeldBanner.of(all).rollUp())
        .isEqualTo(
            "TOP SECRET//SI-G/TK//SAR-BP/CA//RD-CNWDI/ATOMAL//FGI//CUI//SP-CTI"
                + "//RSEN/ORCON/IMCON/NOFORN/PROPIN//NODIS/LES");
    assertThat(HeldBanner.of(Protection.UNRESTRICTED).rollUp()).isEqualTo("UNCLASSIFIED");
  }

  static List<String> carried() {
    return CARRIED;
  }

  private static Protection marked(String line) {
    Reading reading =
        READER.read(line, line.startsWith("(") ? LineKind.PORTION : LineKind.BANNER, null);
    return reading.asksFor();
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
