package org.glasnost.process.deployment.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glasnost.process.deployment.flow.FlowFinding.Stop;
import org.glasnost.process.deployment.flow.FlowNode.Kind;

/**
 * That nothing goes round without end: a process calls itself neither directly nor by others
 * (DPL-0029), and whatever comes round waits for a person on its way (DPL-0031).
 */
final class CycleRules {
  private final Closure closure;
  private final Map<FlowGraph, Boolean> passable = new HashMap<>();

  CycleRules(Closure closure) {
    this.closure = closure;
  }

  /** The calls by which a process comes back to itself. */
  List<FlowFinding> recursion() {
    List<FlowFinding> findings = new ArrayList<>();
    for (FlowGraph graph : closure.all()) {
      for (FlowNode call : graph.nodes(Kind.CALL)) {
        if (reached(call).contains(graph.key())) {
          findings.add(
              new FlowFinding(
                  "DPL-0029",
                  Stop.of(graph, call),
                  "It calls '%s', which comes back to '%s': a process does not call itself."
                      .formatted(
                          String.valueOf(call.call() == null ? "" : call.call().key()),
                          graph.key()),
                  List.of()));
        }
      }
    }
    return findings;
  }

  private Set<String> reached(FlowNode from) {
    Set<String> keys = new LinkedHashSet<>();
    Set<FlowGraph> seen = new LinkedHashSet<>();
    Deque<FlowGraph> open = new ArrayDeque<>(closure.called(from));
    while (!open.isEmpty()) {
      FlowGraph graph = open.remove();
      if (seen.add(graph)) {
        keys.add(graph.key());
        graph.nodes(Kind.CALL).forEach(call -> open.addAll(closure.called(call)));
      }
    }
    return keys;
  }

  /** The elements that come round to themselves without anybody being waited for. */
  List<FlowFinding> withoutWait(FlowGraph graph) {
    List<FlowFinding> findings = new ArrayList<>();
    Set<FlowNode> told = new LinkedHashSet<>();
    for (FlowNode node : graph.nodes()) {
      if (isPassable(node) && !told.contains(node)) {
        round(graph, node)
            .ifPresent(
                round -> {
                  told.addAll(round);
                  findings.add(
                      new FlowFinding(
                          "DPL-0031",
                          Stop.of(graph, node),
                          "The flow comes round to '%s' without waiting for anybody."
                              .formatted(node.name()),
                          round.stream().map(each -> Stop.of(graph, each)).toList()));
                });
      }
    }
    return findings;
  }

  /** What is passed from an element back to itself; empty where that is not possible unwaited. */
  private Optional<List<FlowNode>> round(FlowGraph graph, FlowNode from) {
    Map<FlowNode, FlowNode> came = new HashMap<>();
    Deque<FlowNode> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      FlowNode node = open.remove();
      for (FlowGraph.Way way : graph.from(node)) {
        FlowNode next = graph.node(way.target());
        if (next.equals(from)) {
          List<FlowNode> round = new ArrayList<>();
          for (FlowNode back = node; back != null; back = came.get(back)) {
            round.add(0, back);
          }
          round.add(from);
          return Optional.of(round);
        }
        if (isPassable(next) && !came.containsKey(next)) {
          came.put(next, node);
          open.add(next);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the flow may pass an element without waiting for anybody. */
  private boolean isPassable(FlowNode node) {
    return switch (node.kind()) {
      case USER_TASK -> node.repetition().mayBeNever();
      case CALL ->
          node.repetition().mayBeNever()
              || closure.called(node).stream().anyMatch(this::isPassable);
      case MESSAGE_START, START, END, SERVICE_TASK, CHOICE, PARALLEL -> true;
    };
  }

  /** Whether a process may be passed from a start to an end without waiting for anybody. */
  private boolean isPassable(FlowGraph graph) {
    Boolean known = passable.get(graph);
    if (known != null) {
      return known;
    }
    passable.put(graph, true); // While it is asked: a process that calls itself is refused anyway.
    Set<FlowNode> seen = new LinkedHashSet<>(graph.entries());
    Deque<FlowNode> open = new ArrayDeque<>(seen);
    boolean through = false;
    while (!open.isEmpty() && !through) {
      FlowNode node = open.remove();
      through = graph.isLast(node);
      graph.from(node).stream()
          .map(way -> graph.node(way.target()))
          .filter(this::isPassable)
          .filter(seen::add)
          .forEach(open::add);
    }
    passable.put(graph, through);
    return through;
  }
}
