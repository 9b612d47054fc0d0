package org.glasnost.process.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.glasnost.process.decision.DecisionTable.HitPolicy;
import org.glasnost.process.decision.DecisionTable.Rule;
import org.glasnost.process.engine.DecisionEngine;
import org.glasnost.process.engine.DecisionEngine.RuleHit;

/**
 * What is judged of a table from its cells, against the library's answers to every case there is.
 */
class TableLaws {
  private final DecisionEngine engine = new DecisionEngine();

  @Property(tries = 300)
  void whatIsJudgedOfATableIsWhatTheEngineAnswers(@ForAll long seed) {
    agree(seed);
  }

  @Property(tries = 10_000)
  @Tag("long")
  void theSameOfTenThousand(@ForAll long seed) {
    agree(seed);
  }

  private void agree(long seed) {
    byte[] file = new RandomTable(seed).bytes();
    List<DecisionFinding> unread = new ArrayList<>();
    Optional<DecisionTable> read =
        TableReader.read(
            WrittenTable.root(file), key -> Optional.of(RandomTable.SHAPE), unread::add);
    assertThat(unread).as("seed %d", seed).isEmpty();
    DecisionTable table = read.orElseThrow();
    DecisionEngine.Table runs = engine.read("random", file);

    boolean gap = false;
    boolean clash = false;
    Set<String> idle =
        table.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
    for (Map<String, Object> each : cases()) {
      List<Rule> holding = table.rules().stream().filter(rule -> holds(table, rule, each)).toList();
      boolean clashes = clashes(table.hitPolicy(), holding);
      if (clashes) {
        assertThatThrownBy(() -> runs.ask(each))
            .as("seed %d, %s", seed, each)
            .isInstanceOf(IllegalArgumentException.class);
      } else {
        assertThat(runs.ask(each).stream().findFirst().map(RuleHit::rule))
            .as("seed %d, %s", seed, each)
            .isEqualTo(holding.stream().findFirst().map(Rule::id));
      }
      gap |= holding.isEmpty();
      clash |= clashes;
      holding.stream()
          .limit(table.hitPolicy() == HitPolicy.FIRST ? 1 : Long.MAX_VALUE)
          .map(Rule::id)
          .forEach(idle::remove);
    }

    List<DecisionFinding> found = new ArrayList<>();
    TableAnalysis.examine(table, found::add);
    assertThat(elements(found, "DPL-0053")).as("seed %d", seed).isEqualTo(idle);
    assertThat(!elements(found, "DPL-0054").isEmpty()).as("seed %d, gap", seed).isEqualTo(gap);
    assertThat(!elements(found, "DPL-0052").isEmpty()).as("seed %d, clash", seed).isEqualTo(clash);
    Statistics.collect(
        gap ? "gap" : clash ? "clash" : idle.isEmpty() ? "sound" : "rules for nothing");
    Statistics.coverage(
        each ->
            List.of("gap", "clash", "sound", "rules for nothing")
                .forEach(kind -> each.check(kind).percentage(share -> share > 2.0)));
  }

  private static boolean clashes(HitPolicy policy, List<Rule> holding) {
    return switch (policy) {
      case UNIQUE -> holding.size() > 1;
      case ANY -> holding.stream().map(Rule::says).distinct().count() > 1;
      case FIRST -> false;
    };
  }

  private static boolean holds(DecisionTable table, Rule rule, Map<String, Object> inputs) {
    for (int i = 0; i < table.inputs().size(); i++) {
      Object value = inputs.get(table.inputs().get(i).field().name());
      if (value == null || !rule.tests().get(i).admits(value)) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> elements(List<DecisionFinding> found, String rule) {
    return found.stream()
        .filter(finding -> finding.rule().equals(rule))
        .map(finding -> String.valueOf(finding.element()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Map<String, Object>> cases() {
    List<Map<String, Object>> cases = new ArrayList<>();
    for (String word : List.of("A", "B", "C")) {
      for (int number = RandomTable.LEAST; number <= RandomTable.MOST; number++) {
        for (boolean truth : new boolean[] {true, false}) {
          cases.add(Map.of("word", word, "number", number, "truth", truth));
        }
      }
    }
    return cases;
  }
}
