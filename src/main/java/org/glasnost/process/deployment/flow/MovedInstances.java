package org.glasnost.process.deployment.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.glasnost.process.deployment.flow.FlowNode.Kind;

/**
 * Whether instances that move to another version of their process, in the midst of it, have all
 * that policy demands before a release: done where they were, or before them where they go on. What
 * counts of an instance is what counts at the least where it waits.
 */
public final class MovedInstances {
  private static final String NOT_WALKED =
      "Processes that call one another come back to themselves, so that nobody can say what comes.";

  private MovedInstances() {}

  /**
   * What stands against a route, by the element that instances wait at; empty if nothing.
   *
   * @param around the version that they run on, with those that call it and that it calls
   * @param from that version
   * @param ahead the version that they move to, likewise
   * @param to that version
   * @param elements where they go on, by where they wait
   */
  public static Map<String, String> unsound(
      Closure around,
      FlowGraph from,
      Closure ahead,
      FlowGraph to,
      Map<String, String> elements,
      ReleaseDemands demands) {
    Map<String, String> unsound = new LinkedHashMap<>();
    Optional<ReleaseProof> before = walked(around, demands);
    Optional<ReleaseProof> after = walked(ahead, demands);
    for (FlowNode node : from.nodes()) {
      String target = elements.get(node.id());
      if (target == null || (node.kind() != Kind.USER_TASK && node.kind() != Kind.CALL)) {
        continue; // Nobody waits there.
      }
      int done = before.flatMap(proof -> proof.least(from, node)).orElse(0);
      after
          .map(proof -> proof.against(to, to.node(target), done))
          .orElse(Optional.of(NOT_WALKED))
          .ifPresent(why -> unsound.put(node.id(), why));
    }
    return unsound;
  }

  /** All ways walked; empty where processes call one another so that there is no end to them. */
  private static Optional<ReleaseProof> walked(Closure closure, ReleaseDemands demands) {
    if (!new CycleRules(closure).recursion().isEmpty()
        || !new SizeRules(closure).examine().isEmpty()) {
      return Optional.empty();
    }
    ReleaseProof proof = new ReleaseProof(closure, demands);
    proof.holes();
    return Optional.of(proof);
  }
}
