package org.glasnost.process.deployment;

import static org.glasnost.process.deployment.Namespaces.BPMN;
import static org.glasnost.process.deployment.Namespaces.DIAGRAM;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * What a person must be able to see before approving: every element drawn, everything that can be
 * waited at or branches named. Rules DPL-0022 and DPL-0023.
 */
final class DiagramRules {
  private static final Set<String> NAMED =
      Set.of("userTask", "serviceTask", "callActivity", "startEvent", "endEvent", "process");
  private static final Set<String> NODES =
      Set.of(
          "userTask",
          "serviceTask",
          "callActivity",
          "startEvent",
          "endEvent",
          "exclusiveGateway",
          "parallelGateway");

  private DiagramRules() {}

  static void examine(Element root, Examination examination) {
    Set<String> drawn = new HashSet<>();
    for (String shape : new String[] {"BPMNShape", "BPMNEdge"}) {
      for (Element element : Namespaces.all(root, DIAGRAM, shape)) {
        drawn.add(element.getAttribute("bpmnElement"));
      }
    }
    for (Element process : Namespaces.all(root, BPMN, "process")) {
      requireName(process, examination);
      for (Element element : Namespaces.children(process)) {
        String name = element.getLocalName();
        if ((NODES.contains(name) || name.equals("sequenceFlow"))
            && !drawn.contains(element.getAttribute("id"))) {
          examination.error("DPL-0023", element, "It does not stand in the diagram.");
        }
        requireName(element, examination);
      }
      requireNamedBranches(process, examination);
    }
  }

  private static void requireName(Element element, Examination examination) {
    if (NAMED.contains(element.getLocalName()) && element.getAttribute("name").isBlank()) {
      examination.error("DPL-0022", element, "It has no name for people to read.");
    }
  }

  /** A gateway that branches, and each of its branches, says what the choice is. */
  private static void requireNamedBranches(Element process, Examination examination) {
    Map<String, List<Element>> flows =
        Namespaces.all(process, BPMN, "sequenceFlow").stream()
            .collect(Collectors.groupingBy(flow -> flow.getAttribute("sourceRef")));
    for (Element gateway : Namespaces.all(process, BPMN, "exclusiveGateway")) {
      List<Element> branches = flows.getOrDefault(gateway.getAttribute("id"), List.of());
      if (branches.size() > 1) {
        if (gateway.getAttribute("name").isBlank()) {
          examination.error("DPL-0022", gateway, "A gateway that branches asks a question.");
        }
        for (Element branch : branches) {
          if (branch.getAttribute("name").isBlank()) {
            examination.error("DPL-0022", branch, "A branch says which answer it is.");
          }
        }
      }
    }
  }
}
