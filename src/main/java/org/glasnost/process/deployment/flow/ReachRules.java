package org.glasnost.process.deployment.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glasnost.process.deployment.flow.FlowFinding.Stop;
import org.glasnost.process.deployment.flow.FlowNode.Kind;

/**
 * That every element lies on some way from a start (DPL-0033). A warning: no instance comes to what
 * no way leads to, unless one is moved there from another version, and {@link MovedInstances}
 * judges that.
 */
final class ReachRules {
  private ReachRules() {}

  static List<FlowFinding> examine(FlowGraph graph) {
    Set<FlowNode> reached = new LinkedHashSet<>(graph.nodes(Kind.START));
    reached.addAll(graph.nodes(Kind.MESSAGE_START));
    Deque<FlowNode> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      graph.from(open.remove()).stream()
          .map(way -> graph.node(way.target()))
          .filter(reached::add)
          .forEach(open::add);
    }
    return graph.nodes().stream()
        .filter(node -> !reached.contains(node))
        .map(
            node ->
                FlowFinding.warning(
                    "DPL-0033",
                    Stop.of(graph, node),
                    "No way leads to '%s' from any start.".formatted(node.name())))
        .toList();
  }
}
