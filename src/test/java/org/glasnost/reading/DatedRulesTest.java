package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.glasnost.marking.rules.Applicability;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.reading.ExampleFiles.Example;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that hold from a day on, or to a day, with texts on both sides of it. */
class DatedRulesTest {

  @ParameterizedTest
  @MethodSource("onBothSides")
  void speaksOnItsFirstOrLastDayAndNotOnTheOtherSideOfIt(Example example) {
    assertThat(speaks(example, "inside")).as("inside").isTrue();
    assertThat(speaks(example, "outside")).as("outside").isFalse();
  }

  @Test
  void everyDatedRuleHasAnExampleOnBothSidesOfEachOfItsDays() {
    List<String> lacking = new ArrayList<>();
    dated()
        .forEach(
            (rule, step) -> {
              LocalDate from = step.from();
              LocalDate to = step.to();
              if (from != null && !isShown(rule, from.minusDays(1), from)) {
                lacking.add(rule + " from " + from);
              }
              if (to != null && !isShown(rule, to.plusDays(1), to)) {
                lacking.add(rule + " to " + to);
              }
            });
    assertThat(lacking).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ofReading")
  void aBlockThatKeepsTheRuleIsInOrderAndOneThatBreaksItIsToldAtItsPlace(Example example) {
    String id = example.required("rule");
    ReadingRule rule =
        Arrays.stream(ReadingRule.values())
            .filter(r -> r.id().value().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(findings(example, "accepted", "date")).noneMatch(Finding::isError);
    assertThat(findings(example, "refused", "refusedDate"))
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo(rule.id());
              assertThat(finding.severity()).isEqualTo(rule.severity());
              assertThat(finding.token()).isEqualTo(example.text("token"));
              Place at = Objects.requireNonNull(finding.at());
              assertThat(String.valueOf(at.position())).isEqualTo(example.text("at"));
            });
  }

  static Stream<Example> ofReading() {
    return ExampleFiles.read("rules-reading.yaml", MarkingRulesTest.MEMBERS).stream();
  }

  static Stream<Example> onBothSides() {
    return Stream.concat(MarkingRulesTest.examples(), ofReading()).filter(e -> e.has("inside"));
  }

  private static Map<String, Applicability> dated() {
    Map<String, Applicability> dated = new LinkedHashMap<>();
    for (MarkingRule rule : MarkingRule.values()) {
      dated.put(rule.id().value(), rule.applicability());
    }
    for (ReadingRule rule : ReadingRule.values()) {
      dated.put(rule.id().value(), rule.applicability());
    }
    return dated;
  }

  private static boolean isShown(String rule, LocalDate outside, LocalDate inside) {
    Predicate<Example> shows =
        e ->
            e.required("rule").equals(rule)
                && inside.toString().equals(e.text("inside"))
                && outside.toString().equals(e.text("outside"));
    return onBothSides().anyMatch(shows);
  }

  private static boolean speaks(Example example, String side) {
    return findings(example, "refused", side).stream()
        .anyMatch(f -> f.rule().value().equals(example.text("rule")));
  }

  private static List<Finding> findings(Example example, String text, String date) {
    return ExampleReading.findings(example, example.required(text), example.text(date));
  }
}
