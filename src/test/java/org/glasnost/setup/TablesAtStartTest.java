package org.glasnost.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.glasnost.policy.DecisionHit;
import org.glasnost.policy.DecisionTables;
import org.glasnost.process.TaskKind;
import org.glasnost.review.ReviewKind;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

class TablesAtStartTest {
  private final List<Map<String, Object>> asked = new ArrayList<>();

  @Test
  void everyCaseIsAsked() {
    starts(Set.of());
    assertThat(asked)
        .hasSize(TaskKind.values().length * (ReviewKind.values().length + 1))
        .doesNotHaveDuplicates();
    assertThat(asked.stream().map(each -> each.get("taskKind")).collect(Collectors.toSet()))
        .hasSize(TaskKind.values().length);
    assertThat(asked.stream().map(each -> each.get("reviewKind")).collect(Collectors.toSet()))
        .hasSize(ReviewKind.values().length + 1)
        .contains("NONE");
  }

  @Test
  void aTableThatSaysNothingOfSomethingIsToldBeforeTheStart() {
    assertThatThrownBy(() -> starts(Set.of("REDACTION")))
        .isInstanceOfSatisfying(
            CannotStart.class,
            told ->
                assertThat(told.reasons())
                    .hasSize(ReviewKind.values().length + 2)
                    .contains("task-warning: no answer to NONE and REDACTION.")
                    .last()
                    .asString()
                    .contains("not(…)"));
  }

  private void starts(Set<String> unknown) {
    DecisionTables tables =
        (decision, cases) ->
            cases.stream()
                .map(
                    each -> {
                      asked.add(each);
                      if (unknown.contains(String.valueOf(each.get("taskKind")))) {
                        throw new IllegalStateException(
                            "no answer to "
                                + each.get("reviewKind")
                                + " and "
                                + each.get("taskKind"));
                      }
                      return new DecisionHit(decision, 1, "any", Map.of("days", 7));
                    })
                .toList();
    new TablesAtStart(tables).run(new DefaultApplicationArguments());
  }
}
