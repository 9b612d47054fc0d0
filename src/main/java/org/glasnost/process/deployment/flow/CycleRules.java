package org.glasnost.process.deployment.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
  /** A person mends one after the other. */
  private static final int MOST_ROUNDS = 20;

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

  private static Stop passed(FlowGraph graph, FlowNode node) {
    return Stop.of(
        graph, node, null, "'%s' is passed without waiting for anybody.".formatted(node.name()));
  }

  /** The elements that come round to themselves without anybody being waited for. */
  List<FlowFinding> withoutWait(FlowGraph graph) {
    List<FlowFinding> findings = new ArrayList<>();
    Set<FlowNode> passed = new LinkedHashSet<>();
    graph.nodes().stream().filter(this::isPassable).forEach(passed::add);
    leaveThoseThatGoOn(graph, passed);
    while (!passed.isEmpty() && findings.size() < MOST_ROUNDS) {
      List<FlowNode> round = round(graph, passed);
      FlowNode first = round.get(0);
      List<Stop> walk = new ArrayList<>(round.stream().map(each -> passed(graph, each)).toList());
      walk.add(passed(graph, first));
      findings.add(
          new FlowFinding(
              "DPL-0031",
              Stop.of(graph, first),
              "The flow comes round to '%s' without waiting for anybody.".formatted(first.name()),
              walk));
      round.forEach(passed::remove);
      leaveThoseThatGoOn(graph, passed);
    }
    return findings;
  }

  /** Takes out, again and again, what leads to none of the others: what stays goes on for ever. */
  private static void leaveThoseThatGoOn(FlowGraph graph, Set<FlowNode> nodes) {
    Deque<FlowNode> open = new ArrayDeque<>(nodes);
    while (!open.isEmpty()) {
      FlowNode node = open.remove();
      if (nodes.contains(node) && next(graph, node, nodes).isEmpty()) {
        nodes.remove(node);
        graph.to(node).forEach(way -> open.add(graph.node(way.source())));
      }
    }
  }

  private static Optional<FlowNode> next(FlowGraph graph, FlowNode node, Set<FlowNode> among) {
    return graph.from(node).stream()
        .map(way -> graph.node(way.target()))
        .filter(among::contains)
        .findFirst();
  }

  /** A round among elements each of which leads to another of them, from the first in the file. */
  private static List<FlowNode> round(FlowGraph graph, Set<FlowNode> among) {
    Set<FlowNode> passed = new LinkedHashSet<>();
    FlowNode node = among.iterator().next();
    while (passed.add(node)) {
      node = next(graph, node, among).orElseThrow();
    }
    List<FlowNode> walk = List.copyOf(passed);
    List<FlowNode> round = new ArrayList<>(walk.subList(walk.indexOf(node), walk.size()));
    Set<FlowNode> inRound = new HashSet<>(round);
    FlowNode first = among.stream().filter(inRound::contains).findFirst().orElseThrow();
    Collections.rotate(round, -round.indexOf(first));
    return round;
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
