package org.glasnost.process.deployment.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.glasnost.process.deployment.flow.FlowNode.Call;
import org.glasnost.process.deployment.flow.FlowNode.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The processes that are judged together: those submitted, all in force that they call, and all in
 * force that call them. A call leads to the version that it names, and to the submitted process of
 * that key as well: whoever raises the number later must not open a way by it.
 */
public final class Closure {
  private final Map<String, FlowGraph> submitted = new LinkedHashMap<>();
  private final List<FlowGraph> callers = new ArrayList<>();
  private final BiFunction<String, Integer, @Nullable FlowGraph> inForce;
  private final Map<Call, @Nullable FlowGraph> read = new LinkedHashMap<>();

  /**
   * @param submitted the flows of the files, one of each key
   * @param newest the newest flow in force of each key
   * @param inForce the flow of a key and a version in force, or null where there is none
   */
  public Closure(
      Collection<FlowGraph> submitted,
      Collection<FlowGraph> newest,
      BiFunction<String, Integer, @Nullable FlowGraph> inForce) {
    submitted.forEach(graph -> this.submitted.put(graph.key(), graph));
    this.inForce = inForce;
    List<FlowGraph> others =
        newest.stream().filter(graph -> !this.submitted.containsKey(graph.key())).toList();
    others.stream()
        .filter(graph -> reachesSubmitted(graph, new LinkedHashSet<>()))
        .forEach(callers::add);
  }

  private boolean reachesSubmitted(FlowGraph graph, Set<FlowGraph> seen) {
    if (submitted.containsValue(graph)) {
      return true;
    }
    return seen.add(graph)
        && graph.nodes(Kind.CALL).stream()
            .flatMap(call -> called(call).stream())
            .anyMatch(called -> reachesSubmitted(called, seen));
  }

  /** The processes that a call may lead to. */
  List<FlowGraph> called(FlowNode node) {
    Call call = node.call();
    if (call == null) {
      return List.of();
    }
    List<FlowGraph> called = new ArrayList<>();
    // The submitted one first: where both lead to the same, it is the one that can be changed.
    FlowGraph replacing = submitted.get(call.key());
    if (replacing != null) {
      called.add(replacing);
    }
    FlowGraph named = read.computeIfAbsent(call, each -> inForce.apply(each.key(), each.version()));
    if (named != null) {
      called.add(named);
    }
    return called;
  }

  /** The submitted ones, then the callers of theirs. */
  List<FlowGraph> all() {
    List<FlowGraph> all = new ArrayList<>(submitted.values());
    all.addAll(callers);
    return all;
  }

  /** Whether a flow stands in one of the files. */
  boolean isSubmitted(FlowGraph graph) {
    return submitted.containsValue(graph);
  }

  /** Whether any of the processes calls that one. */
  boolean isCalled(FlowGraph graph) {
    return all().stream()
        .flatMap(each -> each.nodes(Kind.CALL).stream())
        .anyMatch(node -> node.call() != null && node.call().key().equals(graph.key()));
  }

  /** Whether any of the elements of a process is such a one, or any in what they call. */
  boolean anyWithin(
      FlowGraph graph, Collection<FlowNode> nodes, BiPredicate<FlowGraph, FlowNode> such) {
    return anyWithin(graph, nodes, such, new LinkedHashSet<>());
  }

  private boolean anyWithin(
      FlowGraph graph,
      Collection<FlowNode> nodes,
      BiPredicate<FlowGraph, FlowNode> such,
      Set<FlowGraph> seen) {
    for (FlowNode node : nodes) {
      if (such.test(graph, node)) {
        return true;
      }
      for (FlowGraph called : called(node)) {
        if (seen.add(called) && anyWithin(called, called.nodes(), such, seen)) {
          return true;
        }
      }
    }
    return false;
  }
}
