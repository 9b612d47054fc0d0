package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule about markings, with a text that keeps it and one that breaks it. */
class MarkingRulesTest {
  /** The members of an example. */
  static final List<String> MEMBERS =
      List.of(
          "rule",
          "kind",
          "context",
          "given",
          "accepted",
          "date",
          "refused",
          "refusedDate",
          "at",
          "token",
          "outside",
          "inside");

  @ParameterizedTest
  @MethodSource("examples")
  void acceptsWhatKeepsTheRule(ExampleFiles.Example example) {
    List<Finding> findings =
        ExampleReading.findings(example, example.required("accepted"), example.text("date"));

    assertThat(findings).noneMatch(Finding::isError);
    assertThat(findings).noneMatch(f -> f.rule().value().equals(example.text("rule")));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsWhatBreaksTheRuleAtItsPlace(ExampleFiles.Example example) {
    List<Finding> findings =
        ExampleReading.findings(example, example.required("refused"), example.text("refusedDate"));
    MarkingRule rule =
        Arrays.stream(MarkingRule.values())
            .filter(r -> r.id().value().equals(example.text("rule")))
            .findFirst()
            .orElseThrow();

    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo(rule.id());
              assertThat(finding.severity()).isEqualTo(rule.severity());
              assertThat(finding.token()).isEqualTo(example.text("token"));
              assertThat(finding.cites()).contains(rule.citation());
              if (example.has("at")) {
                Place at = Objects.requireNonNull(finding.at());
                assertThat(String.valueOf(at.position())).isEqualTo(example.text("at"));
              }
            });
  }

  @Test
  void everyRuleHasAnExampleOfBoth() {
    assertThat(examples().map(example -> example.required("rule")).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MarkingRule.values()).map(rule -> rule.id().value()).toList());
  }

  static Stream<ExampleFiles.Example> examples() {
    return ExampleFiles.read("rules.yaml", MEMBERS).stream();
  }
}
