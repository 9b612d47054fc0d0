package org.glasnost.process.deployment.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glasnost.process.deployment.flow.FlowFinding.Stop;
import org.glasnost.process.deployment.flow.FlowGraph.Way;
import org.glasnost.process.deployment.flow.FlowNode.Kind;

/**
 * That what goes on at once comes together again, so that a way by itself tells what happens: the
 * branches of a parallel gateway stand apart, begin at it alone and end in one other that waits for
 * each of them, and where a record is released on one nobody reviews or signs on another.
 *
 * <p>Rules DPL-0027 (branches that do not come together), DPL-0028 (a task with several ways out,
 * which the engine would all go at once) and DPL-0030 (a release beside a review).
 */
final class ParallelRules {
  private final FlowGraph graph;
  private final Closure closure;
  private final ReleaseDemands demands;
  private final List<FlowFinding> findings = new ArrayList<>();
  private final Set<FlowNode> joins = new LinkedHashSet<>();

  private ParallelRules(FlowGraph graph, Closure closure, ReleaseDemands demands) {
    this.graph = graph;
    this.closure = closure;
    this.demands = demands;
  }

  static List<FlowFinding> examine(FlowGraph graph, Closure closure, ReleaseDemands demands) {
    ParallelRules rules = new ParallelRules(graph, closure, demands);
    graph.nodes().forEach(rules::examineWaysOut);
    graph.nodes(Kind.PARALLEL).stream()
        .filter(gateway -> graph.from(gateway).size() > 1)
        .forEach(rules::examineFork);
    graph.nodes(Kind.PARALLEL).stream()
        .filter(gateway -> graph.to(gateway).size() > 1)
        .filter(gateway -> !rules.joins.contains(gateway))
        .forEach(
            gateway ->
                rules.refuse(
                    "DPL-0027",
                    gateway,
                    "It waits for ways that no single parallel gateway has parted."));
    graph.nodes().stream()
        .filter(node -> node.repetition().isAtOnce())
        .forEach(rules::examineRepetition);
    return rules.findings;
  }

  private void refuse(String rule, FlowNode at, String message) {
    findings.add(new FlowFinding(rule, Stop.of(graph, at), message, List.of()));
  }

  private void examineWaysOut(FlowNode node) {
    boolean parts = node.kind() == Kind.CHOICE || node.kind() == Kind.PARALLEL;
    if (!parts && graph.from(node).size() > 1) {
      refuse(
          "DPL-0028",
          node,
          "It has several ways out, all of which would be gone at once; a gateway says how they"
              + " part.");
    }
  }

  /** The branches of a fork, if they come together in one gateway. */
  private void examineFork(FlowNode fork) {
    List<Way> ways = graph.from(fork);
    Optional<FlowNode> join =
        graph.nodes(Kind.PARALLEL).stream()
            .filter(gateway -> !gateway.equals(fork))
            .filter(gateway -> graph.to(gateway).size() == ways.size())
            .filter(gateway -> !joins.contains(gateway))
            .filter(gateway -> branches(fork, gateway).isPresent())
            .findFirst();
    if (join.isEmpty()) {
      refuse(
          "DPL-0027",
          fork,
          "Its branches do not come together in one parallel gateway that waits for each of them.");
      return;
    }
    joins.add(join.get());
    List<Set<FlowNode>> branches = branches(fork, join.get()).orElseThrow();
    for (int i = 0; i < branches.size(); i++) {
      for (int j = 0; j < branches.size(); j++) {
        if (i != j) {
          examineBeside(fork, closure.contents(branches.get(i)), closure.contents(branches.get(j)));
        }
      }
    }
  }

  /** What each branch passes before the gateway; empty where they do not come together there. */
  private Optional<List<Set<FlowNode>>> branches(FlowNode fork, FlowNode join) {
    List<Set<FlowNode>> branches = new ArrayList<>();
    Set<FlowNode> inside = new LinkedHashSet<>();
    for (Way way : graph.from(fork)) {
      Set<FlowNode> branch = new LinkedHashSet<>();
      Deque<FlowNode> open = new ArrayDeque<>(List.of(graph.node(way.target())));
      while (!open.isEmpty()) {
        FlowNode node = open.remove();
        if (node.equals(join)) {
          continue;
        }
        if (node.equals(fork) || node.kind() == Kind.END || inside.contains(node)) {
          return Optional.empty(); // Out of the branch, or into another one.
        }
        if (branch.add(node)) {
          graph.from(node).forEach(next -> open.add(graph.node(next.target())));
          if (graph.from(node).isEmpty()) {
            return Optional.empty();
          }
        }
      }
      inside.addAll(branch);
      branches.add(branch);
    }
    boolean closed =
        inside.stream()
            .flatMap(node -> graph.to(node).stream())
            .map(way -> graph.node(way.source()))
            .allMatch(before -> before.equals(fork) || inside.contains(before));
    boolean waits =
        graph.to(join).stream()
            .map(way -> graph.node(way.source()))
            .allMatch(before -> before.equals(fork) || inside.contains(before));
    boolean oneEach =
        branches.stream()
            .allMatch(
                branch ->
                    branch.isEmpty()
                        || graph.to(join).stream()
                                .filter(way -> branch.contains(graph.node(way.source())))
                                .count()
                            == 1);
    return closed && waits && oneEach ? Optional.of(branches) : Optional.empty();
  }

  private void examineRepetition(FlowNode node) {
    Set<FlowNode> contents = closure.contents(Set.of(node));
    examineBeside(node, contents, contents);
  }

  private void examineBeside(FlowNode at, Set<FlowNode> one, Set<FlowNode> other) {
    if (one.stream().anyMatch(demands::isRelease) && other.stream().anyMatch(demands::demands)) {
      refuse(
          "DPL-0030",
          at,
          "A record would be released on one way while it is reviewed or signed on another.");
    }
  }
}
