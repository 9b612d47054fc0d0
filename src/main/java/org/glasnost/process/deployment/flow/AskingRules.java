package org.glasnost.process.deployment.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glasnost.process.TaskKind;
import org.glasnost.process.deployment.flow.FlowFinding.Stop;
import org.glasnost.process.deployment.flow.FlowGraph.Way;
import org.glasnost.process.deployment.flow.FlowNode.Kind;
import org.glasnost.process.deployment.flow.ReleaseDemands.TakenBack;

/**
 * That what a review or a signature decides is asked for before the work goes on: else a review
 * that was returned goes to the signature, and a refused signature to the release, where the record
 * stands still, since nobody may release it (DPL-0035). A warning: what is demanded lies on the way
 * all the same.
 */
final class AskingRules {
  private final FlowGraph graph;
  private final Closure closure;
  private final ReleaseDemands demands;

  AskingRules(FlowGraph graph, Closure closure, ReleaseDemands demands) {
    this.graph = graph;
    this.closure = closure;
    this.demands = demands;
  }

  /** The tasks of the process whose decision is not asked for. */
  List<FlowFinding> examine() {
    List<FlowFinding> findings = new ArrayList<>();
    for (TakenBack back : demands.takenBack()) {
      for (FlowNode node : graph.nodes(Kind.USER_TASK)) {
        if (TaskKind.ofElement(node.id()).filter(back.by()::equals).isPresent()) {
          unasked(node, back).ifPresent(next -> findings.add(finding(node, back, next)));
        }
      }
    }
    return findings;
  }

  private FlowFinding finding(FlowNode node, TakenBack back, FlowNode next) {
    return FlowFinding.warning(
        "DPL-0035",
        Stop.of(graph, node),
        "Where %s holds, the flow may come to '%s' all the same, where the work stands still: a gateway behind '%s' is to ask for it."
            .formatted(back.condition(), next.name(), node.name()));
  }

  /** What the flow comes to while nobody has asked. */
  private Optional<FlowNode> unasked(FlowNode task, TakenBack back) {
    Set<Way> seen = new LinkedHashSet<>();
    Deque<Way> open = new ArrayDeque<>(graph.from(task));
    while (!open.isEmpty()) {
      Way way = open.remove();
      if (!seen.add(way) || Returns.isAsked(graph, way, back)) {
        continue;
      }
      FlowNode next = graph.node(way.target());
      if (goesOn(next, back)) {
        return Optional.of(next);
      }
      if (!beginsAnew(next, back)) {
        open.addAll(graph.from(next));
      }
    }
    return Optional.empty();
  }

  /** Whether something is done there that waits for the decision, here or in what it calls. */
  private boolean goesOn(FlowNode node, TakenBack back) {
    return closure.anyWithin(
        graph,
        List.of(node),
        (within, each) ->
            demands.isRelease(each) || place(each) > demands.tasks().indexOf(back.by()));
  }

  private boolean beginsAnew(FlowNode node, TakenBack back) {
    int place = place(node);
    return place >= 0 && place <= demands.tasks().indexOf(back.by());
  }

  /** Which of the demanded tasks an element does; -1 if none. */
  private int place(FlowNode node) {
    return node.kind() == Kind.USER_TASK
        ? TaskKind.ofElement(node.id()).map(demands.tasks()::indexOf).orElse(-1)
        : -1;
  }
}
