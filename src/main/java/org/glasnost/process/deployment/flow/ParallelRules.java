package org.glasnost.process.deployment.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  /**
   * Steps by which forks are followed, a second or two of work; two hundred forks inside one
   * another take less than half of them.
   */
  private static final int MOST_STEPS = 500_000;

  private final FlowGraph graph;
  private final Closure closure;
  private final ReleaseDemands demands;
  private final Returns returns;
  private final List<FlowFinding> findings = new ArrayList<>();
  private final Set<FlowNode> joins = new LinkedHashSet<>();
  private final Set<Way> idle = new LinkedHashSet<>();
  private int steps;

  private ParallelRules(FlowGraph graph, Closure closure, ReleaseDemands demands) {
    this.graph = graph;
    this.closure = closure;
    this.demands = demands;
    this.returns = new Returns(demands);
  }

  static List<FlowFinding> examine(FlowGraph graph, Closure closure, ReleaseDemands demands) {
    ParallelRules rules = new ParallelRules(graph, closure, demands);
    graph.nodes().forEach(rules::examineWaysOut);
    rules.examineForks();
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

  /**
   * The ways into a join that tell nothing of what counts behind it: on their branch no demanded
   * task is done nor taken back, while another branch does one.
   */
  static Set<Way> idle(FlowGraph graph, Closure closure, ReleaseDemands demands) {
    ParallelRules rules = new ParallelRules(graph, closure, demands);
    rules.examineForks();
    return rules.idle;
  }

  private void examineForks() {
    graph.nodes(Kind.PARALLEL).stream()
        .filter(gateway -> graph.from(gateway).size() > 1)
        .forEach(this::examineFork);
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
    if (steps > MOST_STEPS) {
      refuse("DPL-0027", fork, "There are too many parallel ways here to be followed.");
      return;
    }
    Optional<FlowNode> join =
        nearestJoin(fork)
            .filter(gateway -> graph.to(gateway).size() == graph.from(fork).size())
            .filter(gateway -> !joins.contains(gateway));
    Optional<List<Set<FlowNode>>> apart = join.flatMap(gateway -> branches(fork, gateway));
    if (join.isEmpty() || apart.isEmpty()) {
      refuse(
          "DPL-0027",
          fork,
          "Its branches do not come together in one parallel gateway that waits for each of them.");
      return;
    }
    joins.add(join.get());
    List<Set<FlowNode>> branches = apart.get();
    Set<Set<FlowNode>> releasing = Set.copyOf(branches.stream().filter(this::releases).toList());
    Set<Set<FlowNode>> deciding = Set.copyOf(branches.stream().filter(this::decides).toList());
    if (releasing.stream()
        .anyMatch(one -> deciding.stream().anyMatch(other -> !other.equals(one)))) {
      refuseBeside(fork);
    }
    if (!deciding.isEmpty()) {
      Set<FlowNode> decides = new HashSet<>();
      deciding.forEach(decides::addAll);
      graph.to(join.get()).stream()
          .filter(way -> !decides.contains(graph.node(way.source())))
          .forEach(idle::add);
    }
  }

  /**
   * The gateway that joins what a fork parts, if they nest: behind the fork, each further fork is
   * met before its join, so that the first join in excess is its own.
   */
  private Optional<FlowNode> nearestJoin(FlowNode fork) {
    Map<FlowNode, Integer> open = new LinkedHashMap<>();
    Deque<FlowNode> ahead = new ArrayDeque<>();
    open.put(fork, 1);
    ahead.add(fork);
    while (!ahead.isEmpty()) {
      FlowNode node = ahead.remove();
      steps++;
      int depth = open.getOrDefault(node, 0);
      for (Way way : graph.from(node)) {
        FlowNode next = graph.node(way.target());
        boolean parallel = next.kind() == Kind.PARALLEL;
        int after = parallel && graph.to(next).size() > 1 ? depth - 1 : depth;
        if (after == 0) {
          return Optional.of(next);
        }
        if (open.putIfAbsent(next, parallel && graph.from(next).size() > 1 ? after + 1 : after)
            == null) {
          ahead.add(next);
        }
      }
    }
    return Optional.empty();
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
        steps++;
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
    // As many ways into the join as out of the fork, and none from outside: one of each branch.
    Set<FlowNode> last = new HashSet<>();
    graph.to(join).forEach(way -> last.add(graph.node(way.source())));
    boolean oneEach =
        branches.stream()
            .allMatch(branch -> branch.isEmpty() || branch.stream().anyMatch(last::contains));
    return closed && waits && oneEach ? Optional.of(branches) : Optional.empty();
  }

  private void examineRepetition(FlowNode node) {
    if (releases(Set.of(node)) && decides(Set.of(node))) {
      refuseBeside(node);
    }
  }

  private boolean releases(Set<FlowNode> branch) {
    return closure.anyWithin(graph, branch, (within, node) -> demands.isRelease(node));
  }

  /** Whether a demanded task is done on a branch, or taken back. */
  private boolean decides(Set<FlowNode> branch) {
    return closure.anyWithin(
        graph,
        branch,
        (within, node) -> demands.demands(node) || returns.mayTakeBack(within, node));
  }

  private void refuseBeside(FlowNode at) {
    refuse(
        "DPL-0030",
        at,
        "A record would be released on one way while it is reviewed or signed on another.");
  }
}
