package org.glasnost.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glasnost.process.deployment.flow.Closure;
import org.glasnost.process.deployment.flow.FlowGraph;
import org.glasnost.process.engine.InForce;
import org.w3c.dom.Element;

/** The flows of the processes in force, which have passed the gate once. */
final class FlowsInForce {
  private final InForce inForce;
  private final SafeXml xml;

  FlowsInForce(InForce inForce, SafeXml xml) {
    this.inForce = inForce;
    this.xml = xml;
  }

  /** The flow of a version; empty where there is none. */
  Optional<FlowGraph> flow(String key, int version) {
    return inForce
        .model(key, version)
        .flatMap(
            bytes -> xml.read(new DeploymentFile(key + " in force", bytes), new Examination(key)))
        .flatMap(
            document ->
                of(key + " in force", document.getDocumentElement()).stream()
                    .filter(graph -> graph.key().equals(key))
                    .findFirst());
  }

  /** Some flows, with those in force that they call and that call them. */
  Closure around(List<FlowGraph> flows) {
    List<FlowGraph> newest = new ArrayList<>();
    for (String key : inForce.keys()) {
      flow(key, inForce.latestVersion(key)).ifPresent(newest::add);
    }
    return new Closure(flows, newest, (key, version) -> flow(key, version).orElse(null));
  }

  /** The flows of the processes of a file. */
  static List<FlowGraph> of(String file, Element root) {
    return Namespaces.all(root, Namespaces.BPMN, "process").stream()
        .map(process -> FlowGraph.of(file, process))
        .toList();
  }
}
