package org.glasnost.process.deployment.flow;

import java.util.ArrayList;
import java.util.List;

/** All that stands against the flows of submitted processes. */
public final class FlowRules {
  private FlowRules() {}

  /**
   * What is found in the files; nothing else is judged while a process calls itself, or calls too
   * much.
   */
  public static List<FlowFinding> examine(Closure closure, ReleaseDemands demands) {
    CycleRules cycles = new CycleRules(closure);
    List<FlowFinding> findings = new ArrayList<>(cycles.recursion());
    if (findings.isEmpty()) {
      findings.addAll(new SizeRules(closure).examine());
    }
    if (!findings.isEmpty()) {
      return findings;
    }
    for (FlowGraph graph : closure.all()) {
      if (closure.isSubmitted(graph)) {
        findings.addAll(ReachRules.examine(graph));
        findings.addAll(cycles.withoutWait(graph));
        findings.addAll(new AskingRules(graph, closure, demands).examine());
        findings.addAll(ParallelRules.examine(graph, closure, demands));
      }
    }
    findings.addAll(new ReleaseProof(closure, demands).holes());
    return findings;
  }
}
