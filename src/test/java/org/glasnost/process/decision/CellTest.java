package org.glasnost.process.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that a cell may hold, and those it may not. */
class CellTest {
  private static final Domain NUMBERS = new Domain.Numbers(0, 9);
  private static final Domain WORDS = new Domain.Words(List.of("A", "B"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-|0123456789",
        "5|5",
        "1,7|17",
        "< 3|012",
        "<= 3|0123",
        "> 7|89",
        ">= 7|789",
        "[2..4]|234",
        "(2..4]|34",
        "]2..4[|3",
        "not(2, > 5)|01345",
        "(3..4)|''"
      })
  void numbersAreCompared(String cell, String admitted) throws Cell.Fault {
    Cell read = Cell.read(cell, NUMBERS);
    StringBuilder found = new StringBuilder();
    IntStream.rangeClosed(0, 9).filter(read::admits).forEach(found::append);
    assertThat(found.toString()).isEqualTo(admitted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5 + 1",
        "[1..number]",
        "? > 3",
        "5..6",
        "[4..2]",
        "1,,2",
        "not()",
        "not(not(5))",
        "even(?)",
        "\"5\"",
        "null",
        "1.5",
        "9999999999",
        "< 1 or > 3",
        "// 5"
      })
  void whatCannotBeJudgedIsRefused(String cell) {
    refused("DPL-0049", cell, NUMBERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "\"A\" \"B\"", "'A'", "\"A\\u0041\"", "true", "not \"A\"", "= \"A\""})
  void whatIsNoListOfWordsIsRefused(String cell) {
    refused("DPL-0049", cell, WORDS);
  }

  @Test
  void whatNeverComesIsRefused() {
    refused("DPL-0050", "10", NUMBERS);
    refused("DPL-0050", "< -1", NUMBERS);
    refused("DPL-0050", "\"C\"", WORDS);
    refused("DPL-0050", "\"\u0410\"", WORDS); // a Cyrillic letter that looks like A
    refused("DPL-0050", "\"a\"", WORDS);
  }

  private static void refused(String rule, String cell, Domain domain) {
    assertThatThrownBy(() -> Cell.read(cell, domain))
        .isInstanceOfSatisfying(
            Cell.Fault.class, fault -> assertThat(fault.rule()).isEqualTo(rule));
  }
}
