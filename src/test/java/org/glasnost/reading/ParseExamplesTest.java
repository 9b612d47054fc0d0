package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.marking.Canonical;
import org.glasnost.rule.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Readings as data, one file for each family of texts. A member that an example leaves out is
 * expected empty, absent, or its usual value (no review, confidence 1, no canonical form); of the
 * canonical form only {@code banner} is always compared.
 */
class ParseExamplesTest {
  private static final List<String> FILES =
      List.of(
          "historic-banners.yaml",
          "source-notes.yaml",
          "instructions.yaml",
          "stamps.yaml",
          "damage.yaml",
          "foreign.yaml",
          "banners.yaml",
          "portions.yaml",
          "manual.yaml",
          "manual-second.yaml",
          "manual-third.yaml",
          "domain-rows.yaml",
          "hostile.yaml");
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
          "sci",
          "sap",
          "aea",
          "fgi",
          "nonUs",
          "joint",
          "relTo",
          "displayOnlyTo",
          "cui",
          "precedence",
          "instruction",
          "instructionText",
          "stamps",
          "cases",
          "banner",
          "portion",
          "unrepresented",
          "ism",
          "confidence",
          "review",
          "findings");

  @ParameterizedTest
  @MethodSource("examples")
  void readsAsTheExampleSays(ExampleFiles.Example example) {
    Reading reading = ExampleReading.of(example);

    assertThat(said(reading, example)).isEqualTo(expected(example));
    for (Span span : reading.spans()) {
      String text = reading.text();
      assertThat(
              text.substring(
                  text.offsetByCodePoints(0, span.from()), text.offsetByCodePoints(0, span.to())))
          .isEqualTo(span.text());
    }
    assertThat(reading.findings().stream().map(f -> position(f.at())).toList()).isSorted();
  }

  @Test
  void thereAreExamplesOfEveryFamily() {
    for (String file : FILES) {
      assertThat(ExampleFiles.read(file, MEMBERS)).as(file).hasSizeGreaterThan(4);
    }
  }

  static Stream<ExampleFiles.Example> examples() {
    return FILES.stream().flatMap(file -> ExampleFiles.read(file, MEMBERS).stream());
  }

  private static int position(@Nullable Place place) {
    return place == null || place.position() == null ? 0 : place.position();
  }

  private static Map<String, Object> expected(ExampleFiles.Example example) {
    Map<String, Object> expected = new LinkedHashMap<>();
    for (String key : MEMBERS.subList(MEMBERS.indexOf("level"), MEMBERS.size())) {
      switch (key) {
        case "level", "nonUs", "instruction", "instructionText", "banner" ->
            expected.put(key, String.valueOf(example.text(key)));
        case "portion", "ism" -> {
          if (example.has(key)) {
            expected.put(key, example.required(key));
          }
        }
        case "unrepresented" -> {
          if (example.has("banner")) {
            expected.put(key, example.list(key));
          }
        }
        case "confidence" ->
            expected.put(key, Double.valueOf(Objects.requireNonNullElse(example.text(key), "1")));
        case "review" -> expected.put(key, "true".equals(example.text(key)));
        default -> expected.put(key, example.list(key));
      }
    }
    return expected;
  }

  private static Map<String, Object> said(Reading reading, ExampleFiles.Example example) {
    Canonical canonical = reading.canonical();
    Map<String, Object> said = ExampleReading.said(reading);
    said.put("banner", canonical == null ? "null" : canonical.banner());
    if (canonical != null) {
      if (example.has("portion")) {
        said.put("portion", canonical.portion());
      }
      said.put("unrepresented", canonical.unrepresented());
      if (example.has("ism")) {
        said.put(
            "ism",
            canonical.ism().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; ")));
      }
    }
    said.put("confidence", Math.round(reading.confidence() * 100) / 100.0);
    said.put("review", reading.needsReview());
    said.put(
        "findings",
        reading.findings().stream()
            .map(
                f ->
                    f.rule()
                        + " "
                        + f.severity()
                        + " "
                        + f.at()
                        + " "
                        + f.token()
                        + (f.suggestion() == null ? "" : " -> " + f.suggestion()))
            .toList());
    return said;
  }
}
