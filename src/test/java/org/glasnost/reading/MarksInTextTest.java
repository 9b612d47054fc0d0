package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Portion marks in running text, and the banner above them. */
class MarksInTextTest {
  private static final MarkingReader LINES = Readers.marking();
  private static final DocumentReader DOCUMENTS = new DocumentReader(LINES);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The minister (S) said that the talks went on.",
        "The visit was brief (S//NF) and nobody spoke of it.",
        "he said so (TS//SI//NF) twice.",
        "the talks were long (//GBR S) and cold.",
        "The talks (C) will go on.",
      })
  void aMarkInASentenceIsKeptForAPerson(String line) {
    List<Reading> readings = readings(line);

    assertThat(readings).hasSize(1).allMatch(Reading::needsReview).allMatch(Reading::mayAskForMore);
    assertThat(readings.get(0).findings())
        .anyMatch(finding -> finding.rule().equals(ReadingRule.PROSE.id()));
    assertThat(DOCUMENTS.read(line, null).portions())
        .allMatch(portion -> portion.kind() != PortionKind.MARKING);
  }

  @Test
  void aMarkWithinALineTooLongForAMarkingIsToldToo() {
    String words = "the talks went on and on ".repeat(30);

    assertThat(readings("So " + words + "(S) he said " + words))
        .hasSize(1)
        .allMatch(Reading::mayAskForMore);
    assertThat(readings("So " + words.strip() + ". (S//NF) He objected. " + words))
        .hasSize(1)
        .allMatch(
            reading ->
                reading.level() == StatedLevel.SECRET && reading.controls().contains("NOFORN"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We chose (A) this, (B) that and (C) the other.",
        "See paragraph (C) for more of it.",
        "Under section 552 (C) of the Act they met.",
        "He met them in item 3(b) (C) of the list.",
        "the person(S) who came",
      })
  void aLetterThatNumbersSomethingIsNoMark(String line) {
    assertThat(readings(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Text. (S) More of it.", "a. (S) The talks.", "1. (U) The talks. (S) More."})
  void aMarkThatBeginsASentenceCounts(String line) {
    assertThat(readings(line))
        .anyMatch(reading -> reading.asksFor().level() == ClassificationLevel.SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "SECRET|(U) One.|(S) Two., SECRET",
    "SECRET|(U) One.|(C) Two.|SECRET, SECRET",
    "TOP SECRET//SI//NOFORN|(U) One.|(TS//SI//NF) Two., TOP_SECRET",
    "SECRET|(//GBR S) One.|(U) Two., SECRET",
    "SECRET|(R) One., SECRET",
    "CONFIDENTIAL|(LOU) One.|(C) Two., CONFIDENTIAL",
    "UNCLASSIFIED|(U) One., UNCLASSIFIED",
  })
  void aBannerAsHighAsEachPortionHolds(String text, StatedLevel level) {
    assertThat(scan(text).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONFIDENTIAL|(U) One.|(S) Two.",
        "UNCLASSIFIED|(C) One.",
        "SECRET|(TS//SI//NF) One.|SECRET",
        "SECRET|TOP SECRET|(S) One.",
        "RESTRICTED|(C) One.",
      })
  void aBannerBelowAPortionLeavesTheLevelOpen(String text) {
    Reading reading = scan(text);

    assertThat(reading.level()).isNull();
    assertThat(reading.findings())
        .anyMatch(finding -> finding.rule().equals(ReadingRule.TWO_LEVELS.id()));
  }

  private static Reading scan(String text) {
    return LINES.read(text.replace('|', '\n'), LineKind.SCAN, null);
  }

  private static List<Reading> readings(String text) {
    return DOCUMENTS.read(text, null).readings().stream().map(PlacedReading::reading).toList();
  }
}
