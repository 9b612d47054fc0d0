package org.glasnost.policy;

import java.util.Map;

/**
 * What a table said of one case, and why.
 *
 * @param decision key of the decision
 * @param version of its table, from 1
 * @param rule id of the rule that hit
 * @param outputs what it says, by name; an integer, a word or true and false
 */
public record DecisionHit(String decision, int version, String rule, Map<String, Object> outputs) {

  /** Copies the outputs. */
  public DecisionHit {
    outputs = Map.copyOf(outputs);
  }

  /**
   * A whole number that the table says.
   *
   * @throws IllegalArgumentException if the decision has no such output
   */
  public int number(String output) {
    if (outputs.get(output) instanceof Integer number) {
      return number;
    }
    throw new IllegalArgumentException(decision + " says no whole number " + output);
  }
}
