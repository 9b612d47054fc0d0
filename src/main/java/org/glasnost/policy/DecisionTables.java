package org.glasnost.policy;

import java.util.List;
import java.util.Map;

/**
 * What policy people decide in tables. Each decision is asked by its key and with all of its
 * inputs; which there are, with their words and ranges, stands in {@code processes/README.md}.
 */
public interface DecisionTables {

  /**
   * What the table in force says of each case; all of them by the same version.
   *
   * @param decision the key, such as {@code task-warning}
   * @param cases the inputs of each case, by name
   * @return one hit for each case, in their order
   * @throws IllegalStateException if no table is in force, or if it has not exactly one answer to a
   *     case; the gate lets no such table in
   */
  List<DecisionHit> decide(String decision, List<Map<String, Object>> cases);
}
