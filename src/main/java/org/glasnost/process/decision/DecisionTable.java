package org.glasnost.process.decision;

import java.util.List;
import org.glasnost.process.decision.DecisionShape.Field;

/**
 * A table that was read whole: every cell is understood.
 *
 * @param decision key of the decision
 * @param name in words
 * @param id of the table's element
 * @param hitPolicy how many rules may hit
 * @param inputs the columns of conditions
 * @param outputs the columns of what is said
 * @param rules in their order
 */
public record DecisionTable(
    String decision,
    String name,
    String id,
    HitPolicy hitPolicy,
    List<Column> inputs,
    List<Column> outputs,
    List<Rule> rules) {

  /** Copies the lists. */
  public DecisionTable {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rules = List.copyOf(rules);
  }

  /** How many rules may hit one case. */
  public enum HitPolicy {
    /** One rule; two that overlap are an error. */
    UNIQUE,
    /** The first rule that holds. */
    FIRST,
    /** Several rules, if they say the same. */
    ANY
  }

  /**
   * A column.
   *
   * @param id of its element
   * @param label in words; the field's name where the table has none
   * @param field the input or output
   */
  public record Column(String id, String label, Field field) {}

  /**
   * A rule.
   *
   * @param id of its element
   * @param tests a cell for each input column
   * @param says a value for each output column
   * @param note the author's words, or empty
   */
  public record Rule(String id, List<Cell> tests, List<Object> says, String note) {
    /** Copies the lists. */
    public Rule {
      tests = List.copyOf(tests);
      says = List.copyOf(says);
    }
  }
}
