package org.glasnost.process.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glasnost.process.decision.DecisionTable.HitPolicy;
import org.glasnost.process.decision.DecisionTable.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Whether every case has its answer. The inputs of a table are a few words, true and false, or
 * whole numbers that its cells cut into spans, so that all cases there are can be looked at: the
 * product of the columns, each case with the set of rules that hold in it. Rules DPL-0052 to
 * DPL-0055.
 */
public final class TableAnalysis {
  /** A table over more cases could not be judged by a person either. */
  static final int MOST_CASES = 20_000;

  private static final int MOST_PAIRS = 50;

  private final DecisionTable table;
  private final Consumer<DecisionFinding> found;
  private final List<List<Object>> parts = new ArrayList<>();

  /** By column and part, the rules whose cell admits it. */
  private final List<List<BitSet>> admitting = new ArrayList<>();

  private final BitSet holding = new BitSet();
  private final BitSet reached = new BitSet();
  private final Set<List<Integer>> pairs = new LinkedHashSet<>();
  private final List<Object> at = new ArrayList<>();
  private @Nullable String uncovered;

  private TableAnalysis(DecisionTable table, Consumer<DecisionFinding> found) {
    this.table = table;
    this.found = found;
  }

  /** Tells what stands against a table that was read whole. */
  public static void examine(DecisionTable table, Consumer<DecisionFinding> found) {
    new TableAnalysis(table, found).examine();
  }

  private void examine() {
    long cases = 1;
    for (int column = 0; column < table.inputs().size(); column++) {
      int place = column;
      List<Cell> cells = table.rules().stream().map(rule -> rule.tests().get(place)).toList();
      List<Object> values = Cell.parts(table.inputs().get(column).field().domain(), cells);
      parts.add(values);
      admitting.add(values.stream().map(value -> admitting(cells, value)).toList());
      cases *= values.size();
      if (cases > MOST_CASES) {
        found.accept(
            new DecisionFinding(
                "DPL-0055",
                table.id(),
                "The table tells more than " + MOST_CASES + " cases apart; make fewer columns."));
        return;
      }
    }
    BitSet all = new BitSet();
    all.set(0, table.rules().size());
    walk(0, all);
    tellRules();
    if (uncovered != null) {
      found.accept(
          new DecisionFinding("DPL-0054", table.id(), "No rule says anything " + uncovered + "."));
    }
  }

  private static BitSet admitting(List<Cell> cells, Object value) {
    BitSet rules = new BitSet();
    for (int rule = 0; rule < cells.size(); rule++) {
      rules.set(rule, cells.get(rule).admits(value));
    }
    return rules;
  }

  private void walk(int column, BitSet hits) {
    if (hits.isEmpty()) {
      // Whatever the further columns are.
      if (uncovered == null) {
        uncovered = "where " + told();
      }
      return;
    }
    if (column == parts.size()) {
      holding.or(hits);
      reached.set(hits.nextSetBit(0));
      if (table.hitPolicy() != HitPolicy.FIRST) {
        pair(hits);
      }
      return;
    }
    for (int part = 0; part < parts.get(column).size(); part++) {
      BitSet narrowed = (BitSet) hits.clone();
      narrowed.and(admitting.get(column).get(part));
      at.add(parts.get(column).get(part));
      walk(column + 1, narrowed);
      at.remove(at.size() - 1);
    }
  }

  private void pair(BitSet hits) {
    for (int one = hits.nextSetBit(0); one >= 0; one = hits.nextSetBit(one + 1)) {
      for (int two = hits.nextSetBit(one + 1); two >= 0; two = hits.nextSetBit(two + 1)) {
        Rule first = table.rules().get(one);
        Rule second = table.rules().get(two);
        if ((table.hitPolicy() == HitPolicy.UNIQUE || !first.says().equals(second.says()))
            && pairs.size() < MOST_PAIRS
            && pairs.add(List.of(one, two))) {
          found.accept(
              new DecisionFinding(
                  "DPL-0052",
                  second.id(),
                  "The rules %s and %s both hold where %s%s."
                      .formatted(
                          first.id(),
                          second.id(),
                          told(),
                          table.hitPolicy() == HitPolicy.ANY ? ", and say different things" : "")));
        }
      }
    }
  }

  private void tellRules() {
    for (int rule = 0; rule < table.rules().size(); rule++) {
      String id = table.rules().get(rule).id();
      if (!holding.get(rule)) {
        found.accept(
            new DecisionFinding("DPL-0053", id, "The rule " + id + " holds in no case there is."));
      } else if (table.hitPolicy() == HitPolicy.FIRST && !reached.get(rule)) {
        found.accept(
            new DecisionFinding(
                "DPL-0053",
                id,
                "The rule " + id + " is never reached: an earlier one holds wherever it does."));
      }
    }
  }

  /** The case that is looked at, or as much of it as is settled. */
  private String told() {
    if (at.isEmpty()) {
      return "anything is asked";
    }
    return IntStream.range(0, at.size())
        .mapToObj(column -> table.inputs().get(column).field().name() + " is " + at.get(column))
        .collect(Collectors.joining(" and "));
  }
}
