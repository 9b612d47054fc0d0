package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glasnost.marking.StatedLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How whole portion marks are typed: numbers, blanks, words and the forms of earlier practice. */
class PortionFormsTest {
  private static final MarkingReader LINES = Readers.marking();
  private static final DocumentReader DOCUMENTS = new DocumentReader(LINES);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.(S) He will resign.                | SECRET
          1.(S//NF) He will resign.            | SECRET
          (S//NF)He will resign.               | SECRET
          2. (S)He will resign.                | SECRET
          2. (Secret) He will resign.          | SECRET
          2. (SECRET) He will resign.          | SECRET
          2. (SECRET/NOFORN) He will resign.   | SECRET
          2. (Top Secret) He will resign.      | TOP_SECRET
          2. (TOP SECRET/UMBRA) He resigns.    | TOP_SECRET
          2.(S)                                | SECRET
          (S): He will resign.                 | SECRET
          (S//NF): He will resign.             | SECRET
          (S). He will resign.                 | SECRET
          (S) - He will resign.                | SECRET
          1. (S)- He will resign.              | SECRET
          (S, NF) He will resign.              | SECRET
          (Secret) He will resign.             | SECRET
          (Secret/Noforn) He will resign.      | SECRET
          (confidential) He will resign.       | CONFIDENTIAL
          1.(TS) He will resign.               | TOP_SECRET
          2.1 (S) He will resign.              | SECRET
          2.1.(S) He will resign.              | SECRET
          Para 4. (S) He will resign.          | SECRET
          (iv) (S) He will resign.             | SECRET
          1. a. (S) He will resign.            | SECRET
          >> (S) He will resign.               | SECRET
          Background (S): He will resign.      | SECRET
          2. Background (S//NF): He resigns.   | SECRET
          (TSC) He will resign.                | TOP_SECRET
          (TSC/NF) He will resign.             | TOP_SECRET
          3. (TSC) He will resign.             | TOP_SECRET
          (SRD) He will resign.                | SECRET
          (SFRD) He will resign.               | SECRET
          2.(CRD) He will resign.              | CONFIDENTIAL
          (NS) He will resign.                 | SECRET
          (NC) He will resign.                 | CONFIDENTIAL
          He said so. (TSC) He will resign.    | TOP_SECRET
          He said so. (S)He will resign.       | SECRET
          """)
  void aMarkIsSeenHoweverItIsTyped(String line, StatedLevel level) {
    assertThat(LINES.read(line, LineKind.SCAN, null).level()).as(line).isEqualTo(level);
    assertThat(DOCUMENTS.read("It began.\n" + line + "\nIt ended.", null).readings())
        .extracting(placed -> placed.reading().level())
        .as(line)
        .contains(level);
    assertAboveUnclassified(line);
  }

  /** Forms that state no level, or not whose it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(SC) He will resign.",
        "(FRD) He will resign.",
        "2. (RD) He will resign.",
        "(UK-S) He will resign.",
        "3.(NATO-S) He will resign.",
        "(S)everal of them resigned.",
        "(C) 1986 The Washington Post",
      })
  void aMarkOfAnUnclearLevelIsLeftToAPerson(String line) {
    assertThat(LINES.read(line, LineKind.SCAN, null).needsReview()).as(line).isTrue();
    assertThat(DOCUMENTS.read("It began.\n" + line, null).readings())
        .as(line)
        .anyMatch(placed -> placed.reading().needsReview());
    assertAboveUnclassified(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. (U) Clean. {S) More was said.",
        "1. (U) Clean. (S} More was said.",
        "1. (U) Clean. [TS] More was said.",
        "(U) Clean. TS) More was said.",
        "(U) Clean. {S//NF) More was said.",
        "(U) Clean. S//NF) More was said.",
        "(U) Clean. (S//NF More was said.",
        "(U) Clean, {S//NF) more was said.",
        "(U) Start.\nText goes on. {S//NF) More was said.",
        "(U) Start.\nText goes on. {S) More was said.",
        "(U) Start.\nText goes on. (5) More was said.",
      })
  void aDamagedMarkFurtherOnIsTold(String text) {
    Reading reading = LINES.read(text, LineKind.SCAN, null);

    assertThat(reading.level()).as(text).isNotEqualTo(StatedLevel.UNCLASSIFIED);
    assertThat(reading.needsReview()).as(text).isTrue();
    assertThat(DOCUMENTS.read(text, null).readings())
        .as(text)
        .anyMatch(
            placed ->
                placed.reading().level() != StatedLevel.UNCLASSIFIED
                    && !placed.reading().findings().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(NATO) ministers met (PLO) leaders in (Geneva).",
        "He gave it [sic] to them. {It was late.} He left <soon>.",
        "He gave three reasons: (1) cost; (2) time; (5) risk.",
        "(C) Copyright 1986 The Washington Post",
        "(C) 1986, The Washington Post Company",
        "He came (see page 5). The talks (held in May) ended.",
        "The vote was 12-3) and they left. A) He stayed. B) He went.",
      })
  void otherBracketsAreNoMarks(String line) {
    assertThat(LINES.read(line, LineKind.SCAN, null).level()).as(line).isEqualTo(StatedLevel.NONE);
    assertThat(DOCUMENTS.read("(U) It began.\n" + line, null).readings())
        .extracting(placed -> placed.reading().level())
        .as(line)
        .containsOnly(StatedLevel.UNCLASSIFIED);
  }

  private static void assertAboveUnclassified(String line) {
    for (String head : List.of("(U) Title\n", "(U) Title\n(U//FOUO) Two.\n", "UNCLASSIFIED\n")) {
      Reading reading = LINES.read(head + line);
      assertThat(reading.level()).as(head + line).isNull();
      assertThat(reading.needsReview()).as(head + line).isTrue();
    }
  }

  /** Nothing stands there that could be wrong; a person must say what the portion is. */
  @ParameterizedTest
  @ValueSource(strings = {"()", "(   )", " (   ) \t", "(\t)"})
  void parenthesesAroundNothingAreForAPerson(String text) {
    Reading reading = LINES.read(text, LineKind.PORTION, null);
    assertThat(reading.level()).isEqualTo(StatedLevel.NONE);
    assertThat(reading.needsReview()).isTrue();
    assertThat(reading.findings()).isEmpty();
  }
}
