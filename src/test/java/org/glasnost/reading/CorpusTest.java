package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.glasnost.rule.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lines as they stand on papers of 1945 to 2000 and in the notes of their editors. What each says
 * was decided by the contract and the field's rules before the reader saw it; only that is
 * compared, not the wording of findings. A member that is left out is empty, or false; {@code
 * review: any} where the contract leaves it open; {@code errors} are compared where they are given.
 */
class CorpusTest {
  private static final List<String> FILES =
      List.of(
          "corpus-frus.yaml",
          "corpus-historic.yaml",
          "corpus-damaged.yaml",
          "corpus-further.yaml",
          "corpus-third.yaml",
          "corpus-attack.yaml",
          "corpus-attack-instructions.yaml",
          "corpus-blocks.yaml",
          "corpus-fourth.yaml",
          "corpus-fifth.yaml",
          "corpus-stamps.yaml",
          "corpus-sentences.yaml",
          "corpus-captions.yaml");
  private static final List<String> MEMBERS =
      List.of(
          "text",
          "kind",
          "date",
          "cite",
          "level",
          "controls",
          "recipients",
          "codewords",
          "aea",
          "precedence",
          "instruction",
          "stamps",
          "cases",
          "review",
          "errors");

  @ParameterizedTest
  @MethodSource("lines")
  void readsWhatTheLineSays(ExampleFiles.Example line) {
    Reading reading = ExampleReading.of(line);

    assertThat(said(reading, line)).isEqualTo(expected(line));
    assertThat(reading.level() != null || reading.needsReview())
        .as("a level is open only for a person")
        .isTrue();
  }

  @Test
  void thereAreFourHundredLinesAndMore() {
    assertThat(lines().count()).isGreaterThan(400);
  }

  static Stream<ExampleFiles.Example> lines() {
    return FILES.stream().flatMap(file -> ExampleFiles.read(file, MEMBERS).stream());
  }

  private static Map<String, Object> expected(ExampleFiles.Example line) {
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("level", String.valueOf(line.text("level")));
    for (String key : List.of("controls", "recipients", "codewords", "aea", "precedence")) {
      expected.put(key, line.list(key));
    }
    expected.put("instruction", String.valueOf(line.text("instruction")));
    expected.put("stamps", line.list("stamps"));
    expected.put("cases", line.list("cases"));
    expected.put("review", Objects.requireNonNullElse(line.text("review"), "false"));
    if (line.has("errors")) {
      expected.put("errors", line.list("errors"));
    }
    return expected;
  }

  private static Map<String, Object> said(Reading reading, ExampleFiles.Example line) {
    Map<String, Object> said = ExampleReading.said(reading);
    said.keySet().retainAll(MEMBERS);
    boolean any = "any".equals(line.text("review"));
    said.put("review", any ? "any" : String.valueOf(reading.needsReview()));
    if (line.has("errors")) {
      said.put(
          "errors",
          reading.findings().stream().filter(Finding::isError).map(f -> f.rule().value()).toList());
    }
    return said;
  }
}
