package org.glasnost.process.deployment.flow;

import java.util.List;
import org.glasnost.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What stands against the flow of a process.
 *
 * @param rule id of the rule that speaks
 * @param severity whether it keeps the process out, or is told to whoever decides
 * @param at the process and element that are to be changed
 * @param message one sentence for a person
 * @param walk the way that shows it, from its start; empty where the element alone does
 */
public record FlowFinding(
    String rule, Severity severity, Stop at, String message, List<Stop> walk) {

  /** Copies the walk. */
  public FlowFinding {
    walk = List.copyOf(walk);
  }

  /** One that keeps the process out. */
  FlowFinding(String rule, Stop at, String message, List<Stop> walk) {
    this(rule, Severity.ERROR, at, message, walk);
  }

  /** One that is told to whoever decides. */
  static FlowFinding warning(String rule, Stop at, String message) {
    return new FlowFinding(rule, Severity.WARNING, at, message, List.of());
  }

  /**
   * An element on a walk.
   *
   * @param file whose element it is
   * @param process key of its process
   * @param element its id
   * @param name its name for people
   * @param flow id of the sequence flow by which the walk comes to it; null at a start
   * @param says one sentence for a person: what happens there
   */
  public record Stop(
      String file,
      String process,
      String element,
      String name,
      @Nullable String flow,
      String says) {
    static Stop of(FlowGraph graph, FlowNode node, @Nullable String flow, String says) {
      return new Stop(graph.file(), graph.key(), node.id(), node.name(), flow, says);
    }

    /** An element that is itself what is to be changed. */
    static Stop of(FlowGraph graph, FlowNode node) {
      return of(graph, node, null, "At '%s'.".formatted(node.name()));
    }
  }
}
