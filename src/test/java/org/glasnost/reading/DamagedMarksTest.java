package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glasnost.marking.StatedLevel;
import org.glasnost.rule.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Portion marks at the head of a line that scanning has damaged, and what only looks like one. */
class DamagedMarksTest {
  private static final MarkingReader LINES = Readers.marking();
  private static final DocumentReader DOCUMENTS = new DocumentReader(LINES);

  /** Two slashes in brackets say what it is, wherever it stands. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(5//NF) The minister spoke of it.",
        "{S//NF) Something was said.",
        "(S//NF} Something was said.",
        "[S//NF] Something was said.",
        "(S//NF The source said it.",
        "S//NF) The source said it.",
        "(T5//SI//NF) The source said it.",
        "(IS//SI//NF) The source said it.",
        "(75//SI//NF) The source said it.",
        "3. (8//NF) The source said it.",
        "a. {TS//SI//NF) The source said it.",
        "Para 4. {C//REL TO USA, GBR) The source said it.",
        "(T S//SI//NF) The source said it.",
        "(SECRET//NF) The source said it.",
        "(s//nf) The source said it.",
        "{//GBR S) The source said it.",
        "(5/NF) The source said it.",
        "{S/NF) The source said it.",
      })
  void aMarkWithTwoSlashesIsNeverPassedOver(String line) {
    assertTold(line);
    assertTold("1. (U) The first paragraph is clean.\n" + line);
    assertTold("CONFIDENTIAL\n(C) The first paragraph is clean.\n" + line);
  }

  /** What stands where the neighbours' marks stand. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2. {S) The source said it.",
        "2. (S} The source said it.",
        "2. [S] The source said it.",
        "2. S) The source said it.",
        "2. (5) The source said it.",
        "2. (8) The source said it.",
        "2. (T5) The source said it.",
        "2. (IS) The source said it.",
        "2. (7S) The source said it.",
        "2. (75) The source said it.",
        "2. (T S) The source said it.",
        "2. {C) The source said it.",
        "2. (G) The source said it.",
        "2. (TS The source said it.",
        "2. T5) The source said it.",
        "2. 5) The source said it.",
        "2. (5 The source said it.",
        "2. {5} The source said it.",
        "2. (SJ The source said it.",
        "(S The source said it.",
        "(S The source (Ivanov) said it.",
        "(5) The source said it.",
        "[S] The source said it.",
        "S) The source said it.",
        "( S ) The source said it.",
        "(S.) The source said it.",
        "2.1 {S) The source said it.",
        "II. {S) The source said it.",
        "(2) {S) The source said it.",
        "- {S) The source said it.",
        "(T) The source said it.",
        "(s) The source said it.",
        "2. ($) The source said it.",
        "2. (T3) The source said it.",
        "2. (SEGRET) The source said it.",
        "(Sccret) The source said it.",
        "2. (S ) The source said it.",
        "2. (S. NF) The source said it.",
        "2. (S|NF) The source said it.",
        "(S\\NF) The source said it.",
        "(S NF) The source said it.",
        "S//NF The source said it.",
        "2. TS//SI//NF The source said it.",
        "S/NF The source said it.",
      })
  void besideWholeMarksADamagedOneIsNeverPassedOver(String line) {
    assertTold("1. (U) The first paragraph is clean.\n" + line);
    assertTold(line + "\n3. (U) The last paragraph is clean.");
    assertTold("UNCLASSIFIED\n\n1. (U) The first paragraph is clean.\n\n" + line);
  }

  @ParameterizedTest
  @CsvSource({
    "'{S//NF) The source said it.', SECRET",
    "'(S//NF} The source said it.', SECRET",
    "'2. {S) The source said it.', SECRET",
    "'2. (S} The source said it.', SECRET",
    "'2. [S] The source said it.', SECRET",
    "'2. (T S) The source said it.', TOP_SECRET",
    "'2. {C) The source said it.', CONFIDENTIAL",
    "'( S ) The source said it.', SECRET",
    "'(S)The source said it.', SECRET",
    "'2. (S ) The source said it.', SECRET",
    "'(S NF) The source said it.', SECRET",
    "'(S//NF)The source said it.', SECRET",
  })
  void bracketsArePutRight(String line, StatedLevel level) {
    Reading reading = LINES.read(line, LineKind.SCAN, null);

    assertThat(reading.level()).isEqualTo(level);
    assertThat(inDocument(line)).anyMatch(read -> read.level() == level);
  }

  /** The rule of repair: short words are not put right; a lost T is one step from S. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(5//NF) The source said it.",
        "(T5//SI//NF) The source said it.",
        "(IS//SI//NF) The source said it.",
        "S//NF) The source said it.",
        "1. (U) Clean.|2. (5) The source said it.",
        "1. (C) Clean.|2. (T5) The source said it.",
        "1. (U) Clean.|2. S) The source said it.",
      })
  void aDamagedLetterLeavesTheLevelOpen(String text) {
    assertThat(LINES.read(text.replace('|', '\n'), LineKind.SCAN, null).level()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(5) apples",
        "2. (5) five",
        "(1) one|(2) two|(3) three|(4) four|(5) five",
        "1. (U) The list follows.|(1) one|(2) two|(3) three|(4) four|(5) five",
        "1. (U) The list follows.|(a) one|(b) two|(c) three",
        "1. (U) The list follows.|a) one|b) two|c) three",
        "1. (U) The list follows.|1) one|2) two|3) three|4) four|5) five",
        "(a) one|(b) two|(c) three",
        "(S. Hurok) The impresario",
        "1. (U) Clean.|2. (SECURE) lines were laid.",
        "S/P The planning staff said it.",
        "S/S-O The watch officer said it.",
        "s) apples",
        "(I said) nothing of it",
        "1. (U) Clean.|(I said nothing of it)",
        "1. (U) Clean.|(A few words were said.)",
        "1. (U) Clean.|[S]ome said nothing.",
        "1. (U) Clean.|(1979) was the year.",
        "1. (U) Clean.|(15)",
        "1. (U) Clean.|- 5 -",
        "1. (U) Clean.|(5 March 1979)",
        "1. (U) Clean.|See http://www.example.org for it.",
        "1. (U) Clean.|(http://www.example.org) has it.",
        "1. (U) Clean.|He (and//or she) came.",
        "1. (U) Clean.|(and//or) she came.",
        "1. (U) Clean.|(i.e. nothing) was said.",
        "1. (U) Clean.|(US) forces moved.",
        "[C]ongress met.",
        "C) three",
      })
  void whatOnlyLooksLikeOneIsNone(String text) {
    String lines = text.replace('|', '\n');

    assertThat(LINES.read(lines, LineKind.SCAN, null).findings())
        .noneMatch(DamagedMarksTest::isOfDamage);
    assertThat(LINES.read(lines, LineKind.SCAN, null).level())
        .isEqualTo(lines.contains("(U) ") ? StatedLevel.UNCLASSIFIED : StatedLevel.NONE);
    assertThat(inDocument(lines))
        .allMatch(reading -> reading.findings().stream().noneMatch(DamagedMarksTest::isOfDamage));
  }

  @ParameterizedTest
  @CsvSource({
    "SUBJECT: VISIT OF KING (S), SECRET",
    "SUBJECT: Visit of the king to our land (C), CONFIDENTIAL",
    "Subj: Visit of King Hussein (S//NF), SECRET",
    "VISIT OF KING HUSSEIN (TS), TOP_SECRET",
    "Visit of King Hussein to Washington (S), SECRET",
    "Title (U), UNCLASSIFIED",
    "SECRET|SUBJECT: VISIT OF KING (S), SECRET",
  })
  void aMarkBehindATitleCounts(String text, StatedLevel level) {
    String lines = text.replace('|', '\n');

    assertThat(LINES.read(lines, LineKind.SCAN, null).level()).isEqualTo(level);
    assertThat(inDocument(lines)).anyMatch(reading -> reading.level() == level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The minister said that he had seen it (S)",
        "ANNEX (C)",
        "He was there (C)",
      })
  void aMarkThatEndsASentenceIsNoTitles(String line) {
    assertThat(LINES.read(line, LineKind.SCAN, null).level()).isEqualTo(StatedLevel.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONFIDENTIAL|Para 2 (S/NF) is about it.",
        "CONFIDENTIAL|the talks (S) went on.",
        "UNCLASSIFIED|(U) One.|The minister (C) said so.",
        "SECRET|the talks (TS//SI//NF) went on.",
        "UNCLASSIFIED|the talks (//GBR S) went on.",
      })
  void aHigherMarkWithinASentenceLeavesTheLevelOpen(String text) {
    Reading reading = LINES.read(text.replace('|', '\n'), LineKind.SCAN, null);

    assertThat(reading.level()).isNull();
    assertThat(reading.canonical()).isNull();
    assertThat(reading.needsReview()).isTrue();
  }

  private static boolean isOfDamage(Finding finding) {
    return finding.rule().equals(ReadingRule.REPAIRED.id())
        || finding.rule().equals(ReadingRule.UNREADABLE.id());
  }

  private static void assertTold(String text) {
    for (LineKind kind : List.of(LineKind.SCAN, LineKind.AUTO)) {
      assertThat(isTold(LINES.read(text, kind, null))).as(kind + " " + text).isTrue();
    }
    assertThat(inDocument(text)).as(text).anyMatch(DamagedMarksTest::isTold);
  }

  private static boolean isTold(Reading reading) {
    boolean open = reading.level() == null && reading.needsReview();
    boolean repaired =
        reading.level() != StatedLevel.NONE
            && reading.level() != StatedLevel.UNCLASSIFIED
            && !reading.findings().isEmpty();
    return open || repaired;
  }

  private static List<Reading> inDocument(String text) {
    return DOCUMENTS.read(text, null).readings().stream().map(PlacedReading::reading).toList();
  }
}
