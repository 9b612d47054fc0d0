package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What rests on a source that nobody has read says so wherever it speaks. */
class UnverifiedSourcesTest {
  private static final MarkingReader READER = Readers.marking();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BANNER | CONFIDENTIAL//KLM//NOFORN         |            | MRK-0011 | C16 H.4 [unverified]
          BANNER | SECRET//HCS-X                     |            | MRK-0012 | C16 H.4 [unverified]
          BANNER | SECRET//HCS-P                     |            | MRK-0012 | C16 H.4
          BANNER | SECRET//DINAR//NOFORN             | 2015-01-01 | MRK-0010 | electrospaces.net, history of COMINT code words [unverified]
          BANNER | SECRET//UMBRA//NOFORN             | 2015-01-01 | MRK-0010 | electrospaces.net, history of COMINT code words [inferred]
          BANNER | RESTRICTED                        | 1955-01-01 | MRK-0032 | E.O. 10501 s1 [unverified]
          BANNER | STRENG GEHEIM                     | 1962-01-01 | RDG-0017 | German VSA [unverified]
          """)
  void saysSoInCites(
      LineKind kind, String text, @Nullable LocalDate date, String rule, String cite) {
    assertThat(
            READER.read(text, kind, date).findings().stream()
                .filter(finding -> finding.rule().toString().equals(rule))
                .flatMap(finding -> finding.cites().stream())
                .map(Citation::shown))
        .contains(cite);
  }

  @Test
  void aRepairToAWordThatNobodyHasReadSaysSo() {
    Reading reading =
        READER.read("SECRET/M0DIFIED HANDLING", LineKind.SCAN, LocalDate.of(1975, 1, 1));

    assertThat(cites(reading.findings()))
        .anyMatch(cite -> cite.contains("RESTRICTED [unverified]"));
  }

  @Test
  void theBasisOfTodaysFormNamesWhatWasNotRead() {
    LocalDate day = LocalDate.of(1971, 1, 1);

    assertThat(basis("Top Secret; Trine.", day))
        .isEqualTo("C16 B.3 Table 2; electrospaces.net, history of COMINT code words [unverified]");
    assertThat(basis("Top Secret; Talent-Keyhole.", day)).isEqualTo("C16 B.3 Table 2");
    assertThat(basis("Secret.", day)).isEqualTo("C16 B.3 Table 2");
  }

  static Stream<RegisterEntry> entries() {
    return Stream.of(MarkingRegister.historic(), MarkingRegister.cnsi(), MarkingRegister.cui())
        .flatMap(register -> register.entries().stream());
  }

  /** C16 and the regulations were read; what the brief calls open must not pass for that. */
  @ParameterizedTest
  @MethodSource("entries")
  void aSourceThatIsOnlyRememberedIsNotCalledRead(RegisterEntry entry) {
    boolean remembered =
        Stream.of("practice", "E.O. 10501", "E.O. 10290", "from knowledge")
            .anyMatch(entry.cite().text()::contains);
    if (remembered) {
      assertThat(entry.cite().standing()).isNotEqualTo(Citation.Standing.READ);
    }
    assertThat(entry.cite().shown().endsWith("]"))
        .isEqualTo(entry.cite().standing() != Citation.Standing.READ);
  }

  @Test
  void teyeIsAnOpenPoint() {
    RegisterEntry teye = MarkingRegister.cnsi().token(RegisterCategory.GROUP, "TEYE");

    assertThat(Objects.requireNonNull(teye).cite().standing())
        .isEqualTo(Citation.Standing.UNVERIFIED);
  }

  private static String basis(String note, LocalDate day) {
    return Objects.requireNonNull(READER.read(note, LineKind.SOURCE_NOTE, day).canonical()).basis();
  }

  private static List<String> cites(List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> finding.cites().stream())
        .map(Citation::shown)
        .toList();
  }
}
