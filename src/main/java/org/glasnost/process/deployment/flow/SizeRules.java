package org.glasnost.process.deployment.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glasnost.process.deployment.flow.FlowFinding.Stop;

/**
 * That a process with all that it calls stays of a size that the engine can run: processes that
 * call others several times over, and these others again, multiply. Each element counts as often as
 * it is called or repeated at most (DPL-0032).
 */
final class SizeRules {
  /** The shipped processes, each with what it calls, come to less than a fiftieth of this. */
  private static final int MOST = 20_000;

  private final Closure closure;
  private final Map<FlowGraph, Integer> sizes = new HashMap<>();

  /**
   * @param closure the processes; none of them calls itself, directly or by others
   */
  SizeRules(Closure closure) {
    this.closure = closure;
  }

  /** The processes that come to too much while nothing that they call does. */
  List<FlowFinding> examine() {
    List<FlowFinding> findings = new ArrayList<>();
    for (FlowGraph graph : closure.all()) {
      if (size(graph) > MOST && graph.nodes().stream().allMatch(node -> called(node) <= MOST)) {
        findings.add(finding(graph));
      }
    }
    return findings;
  }

  private FlowFinding finding(FlowGraph graph) {
    // What is in force is not to be changed: the largest of the files makes too much of it.
    FlowGraph at =
        closure.isSubmitted(graph)
            ? graph
            : closure.all().stream()
                .filter(closure::isSubmitted)
                .max(Comparator.comparingInt(this::size))
                .orElse(graph);
    FlowNode largest = at.nodes().stream().max(Comparator.comparingInt(this::size)).orElseThrow();
    return new FlowFinding(
        "DPL-0032",
        Stop.of(at, largest),
        "The process '%s' comes to more than %d elements, each counted as often as it may be called"
                .formatted(graph.key(), MOST)
            + " or repeated; call and repeat less.",
        List.of());
  }

  /** How many elements, or one more than may be. */
  private int size(FlowGraph graph) {
    Integer known = sizes.get(graph);
    if (known != null) {
      return known;
    }
    long size = 0;
    for (FlowNode node : graph.nodes()) {
      size += size(node);
    }
    int bounded = (int) Math.min(size, MOST + 1L);
    sizes.put(graph, bounded);
    return bounded;
  }

  private int size(FlowNode node) {
    return (int) Math.min((1L + called(node)) * node.most(), MOST + 1L);
  }

  private int called(FlowNode node) {
    return closure.called(node).stream().mapToInt(this::size).max().orElse(0);
  }
}
