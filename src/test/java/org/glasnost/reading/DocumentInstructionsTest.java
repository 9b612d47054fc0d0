package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.glasnost.marking.StatedLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instructions on several lines of a document, its brief paragraphs, and marks on one line. */
class DocumentInstructionsTest {
  private static final LocalDate DAY = LocalDate.of(1985, 3, 25);
  private static final DocumentReader READER = new DocumentReader(Readers.marking());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET\nDECL: OADR\n\nThe talks went on.\n\nDECL: 3/25/91",
        "DECL: 3/25/91\n\nThe talks went on.\n\nDECL: 3/25/92",
        "SECRET\nGROUP 1\n\nThe talks went on.\n\nGROUP 4",
        "E.O. 11652: GDS\n\nThe talks went on.\n\nE.O. 11652: XGDS-3",
      })
  void differentInstructionsOnSeveralLinesLeaveNone(String text) {
    List<Reading> readings = readings(text);

    assertThat(readings).allMatch(reading -> reading.declassification().instruction() == null);
    assertThat(readings).allMatch(reading -> reading.declassification().text() == null);
    List<Reading> named =
        readings.stream()
            .filter(
                reading ->
                    reading.findings().stream()
                        .anyMatch(f -> f.rule().equals(ReadingRule.TWO_INSTRUCTIONS.id())))
            .toList();
    assertThat(named).hasSize(2).allMatch(Reading::needsReview);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET\nDECL: OADR\n\nThe talks went on.\n\nSECRET\nDECLASSIFY ON: OADR",
        "DECL: 3/25/91\n\nThe talks went on.\n\nDECLASSIFY ON: March 25, 1991",
        "E.O. 11652: GDS\n\nThe talks went on.\n\nGDS",
      })
  void theSameInstructionAgainIsOne(String text) {
    assertThat(readings(text).stream().map(r -> r.declassification().instruction()))
        .filteredOn(Objects::nonNull)
        .hasSize(2);
    assertThat(readings(text)).noneMatch(Reading::needsReview);
  }

  @Test
  void everyPortionMarkOfALineIsRead() {
    List<Reading> readings =
        readings("1. (C) The talks went on. 2. (S//NF) The minister objected.\n\nMore of it.");

    assertThat(readings.stream().map(Reading::level))
        .containsExactly(StatedLevel.CONFIDENTIAL, StatedLevel.SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Gp-1", "GP-1", "Group 1", "Gp 1"})
  void aGroupInShortIsReadOnItsOwnLine(String group) {
    assertThat(
            readings("SECRET\n\nMEMORANDUM FOR THE RECORD\n\nThe talks went on.\n\n" + group)
                .stream()
                .map(r -> r.declassification().instruction())
                .filter(Objects::nonNull))
        .containsExactly("GROUP_1");
  }

  @Test
  void theNumberOfALogStandsOnTheNextLineOrDamaged() {
    assertThat(proposed("SYSTEM II\n8590412\n\nThe talks went on.")).contains("SYSTEM II 8590412");
    assertThat(proposed("SYSTEM II 9O336\n\nThe talks went on.")).contains("SYSTEM II 90336");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The talks went on.",
        "He said that it was so.",
        "Gromyko asked: \u201cWhat do you want of us?\u201d",
        "2. Both sides were content with it.",
      })
  void aSentenceOfOneLineIsAParagraph(String sentence) {
    assertThat(kinds("MEMORANDUM\n\n" + sentence))
        .containsExactly(PortionKind.HEADER, PortionKind.PARAGRAPH);
  }

  @Test
  void aLabelledLineOrAnAddressIsNone() {
    assertThat(kinds("SUBJECT: The talks in Geneva and what became of them.\n\nWashington, D.C."))
        .containsExactly(PortionKind.HEADER, PortionKind.HEADER);
  }

  private static List<String> proposed(String text) {
    return READER.read(text, DAY).proposals().stream().map(Proposal::proposed).toList();
  }

  private static List<Reading> readings(String text) {
    return READER.read(text, DAY).readings().stream().map(PlacedReading::reading).toList();
  }

  private static Stream<PortionKind> kinds(String text) {
    return READER.read(text, DAY).portions().stream().map(TextPortion::kind);
  }
}
