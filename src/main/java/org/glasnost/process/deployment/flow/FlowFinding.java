package org.glasnost.process.deployment.flow;

import java.util.List;

/**
 * What stands against the flow of a process.
 *
 * @param rule id of the rule that speaks
 * @param at the process and element that are to be changed
 * @param message one sentence for a person
 * @param walk the way that shows it, from its start; empty where the element alone does
 */
public record FlowFinding(String rule, Stop at, String message, List<Stop> walk) {

  /** Copies the walk. */
  public FlowFinding {
    walk = List.copyOf(walk);
  }

  /**
   * An element on a walk.
   *
   * @param file whose element it is
   * @param element its id
   * @param name its name for people
   */
  public record Stop(String file, String element, String name) {
    static Stop of(FlowGraph graph, FlowNode node) {
      return new Stop(graph.file(), node.id(), node.name());
    }
  }
}
