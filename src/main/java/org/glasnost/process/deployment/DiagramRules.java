package org.glasnost.process.deployment;

import static org.glasnost.process.deployment.Namespaces.BPMN;
import static org.glasnost.process.deployment.Namespaces.DIAGRAM;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

  /** A shape that is smaller in one direction shows nothing. */
  private static final double SMALLEST = 1;

  /** Letters by their category that show nothing. */
  private static final String FILLERS = "\u115F\u1160\u3164\uFFA0";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{0,30})?");

  private DiagramRules() {}

  static void examine(Element root, Examination examination) {
    Set<String> drawn = new HashSet<>();
    for (Element edge : Namespaces.all(root, DIAGRAM, "BPMNEdge")) {
      drawn.add(edge.getAttribute("bpmnElement"));
    }
    for (Element shape : Namespaces.all(root, DIAGRAM, "BPMNShape")) {
      if (Namespaces.children(shape).stream().noneMatch(DiagramRules::isNothing)) {
        drawn.add(shape.getAttribute("bpmnElement"));
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

  /** Whether these bounds hold no area that could be seen. */
  private static boolean isNothing(Element bounds) {
    return bounds.getLocalName().equals("Bounds")
        && (isNone(bounds.getAttribute("width")) || isNone(bounds.getAttribute("height")));
  }

  /** What is no usual number is none either. */
  private static boolean isNone(String length) {
    String number = length.strip();
    return !NUMBER.matcher(number).matches() || Double.parseDouble(number) < SMALLEST;
  }

  /** Whether a name has nothing in it that shows. */
  private static boolean isUnseen(String name) {
    return name.codePoints()
        .allMatch(
            sign ->
                Character.isWhitespace(sign)
                    || Character.isSpaceChar(sign)
                    || Character.isISOControl(sign)
                    || FILLERS.indexOf(sign) >= 0
                    || Character.getType(sign) == Character.FORMAT);
  }

  private static void requireName(Element element, Examination examination) {
    if (NAMED.contains(element.getLocalName()) && isUnseen(element.getAttribute("name"))) {
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
        if (isUnseen(gateway.getAttribute("name"))) {
          examination.error("DPL-0022", gateway, "A gateway that branches asks a question.");
        }
        for (Element branch : branches) {
          if (isUnseen(branch.getAttribute("name"))) {
            examination.error("DPL-0022", branch, "A branch says which answer it is.");
          }
        }
      }
    }
  }
}
