package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasnost.marking.Canonical;
import org.glasnost.marking.rollup.RollUp;
import org.glasnost.rule.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Readings and roll-ups as data, one line each. */
class ParseExamplesTest {
  private static final MarkingReader READER = MarkingReader.standard();

  @ParameterizedTest
  @MethodSource("readings")
  void readsAsTheExampleSays(List<String> example) {
    String date = example.get(1);
    Reading reading =
        READER.read(
            example.get(2).replace("\\n", "\n"),
            LineKind.valueOf(example.get(0)),
            date.isEmpty() ? null : LocalDate.parse(date));
    Canonical canonical = reading.canonical();

    assertThat(
            List.of(
                String.valueOf(reading.level()),
                String.join(",", reading.controls()),
                String.join(",", reading.marking().codewords()),
                String.join(",", reading.precedence()),
                Objects.requireNonNullElse(reading.declassification().instruction(), ""),
                canonical == null ? "" : canonical.banner(),
                canonical == null ? "" : canonical.portion(),
                reading.needsReview() ? "REVIEW" : "",
                reading.findings().stream()
                    .filter(Finding::isError)
                    .map(finding -> finding.rule().value())
                    .collect(Collectors.joining(","))))
        .isEqualTo(example.subList(3, 12));
  }

  @ParameterizedTest
  @MethodSource("rollUps")
  void rollsUpAsTheExampleSays(List<String> example) {
    String banner =
        new RollingUpPortions(READER)
            .of(List.of(example.get(0).split("\\+", -1)), null, null, RollUp.Context.OTHER)
            .banner();

    assertThat(banner == null ? "open" : banner).isEqualTo(example.get(1));
  }

  static Stream<List<String>> readings() {
    return lines("parse-examples.tsv");
  }

  static Stream<List<String>> rollUps() {
    return lines("rollup-examples.tsv");
  }

  private static Stream<List<String>> lines(String name) {
    try (InputStream in = ParseExamplesTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> List.of(line.split("\t", -1)))
              .toList()
              .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
