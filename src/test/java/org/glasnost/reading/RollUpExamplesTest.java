package org.glasnost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glasnost.marking.rollup.RollUp;
import org.glasnost.marking.rollup.RollUpRule;
import org.glasnost.marking.rollup.RolledUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Roll-ups as data: portions, banner, the rules that acted, and what was found. */
class RollUpExamplesTest {
  private static final List<String> FILES =
      List.of("rollup.yaml", "rollup-manual.yaml", "rollup-second.yaml", "rollup-third.yaml");
  private static final List<String> MEMBERS =
      List.of("portions", "banner", "given", "date", "context", "rules", "findings", "cite");
  private static final RollingUpPortions ROLLING_UP = new RollingUpPortions(Readers.marking());

  @ParameterizedTest
  @MethodSource("examples")
  void rollsUpAsTheExampleSays(ExampleFiles.Example example) {
    RolledUp rolledUp = rollUp(example);

    assertThat(String.valueOf(rolledUp.banner())).isEqualTo(String.valueOf(example.text("banner")));
    assertThat(rules(rolledUp)).containsExactlyElementsOf(example.list("rules"));
    assertThat(
            rolledUp.findings().stream()
                .map(f -> f.rule() + " " + f.severity() + " " + f.at() + " " + f.token())
                .toList())
        .isEqualTo(example.list("findings"));
  }

  @Test
  void everyRuleOfTheRollUpActsInAnExampleOrIsFound() {
    Set<String> seen = new TreeSet<>();
    examples()
        .forEach(
            example -> {
              RolledUp rolledUp = rollUp(example);
              seen.addAll(rules(rolledUp));
              rolledUp.findings().forEach(f -> seen.add(f.rule().value()));
            });
    for (RollUpRule rule : RollUpRule.values()) {
      assertThat(seen).contains(rule.id().value());
    }
  }

  static Stream<ExampleFiles.Example> examples() {
    return FILES.stream().flatMap(file -> ExampleFiles.read(file, MEMBERS).stream());
  }

  private static Set<String> rules(RolledUp rolledUp) {
    Set<String> rules = new LinkedHashSet<>();
    rolledUp.explanation().forEach(step -> rules.add(step.rule().id().value()));
    return rules;
  }

  private static RolledUp rollUp(ExampleFiles.Example example) {
    String date = example.text("date");
    String context = example.text("context");
    return ROLLING_UP.of(
        example.list("portions"),
        example.text("given"),
        date == null ? null : LocalDate.parse(date),
        context == null ? RollUp.Context.OTHER : RollUp.Context.valueOf(context));
  }
}
