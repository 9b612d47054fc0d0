package org.glasnost.process.deployment;

import java.util.ArrayList;
import java.util.List;
import org.glasnost.process.TaskKind;

/** A process drawn in a few words: every element named and in the diagram. */
final class Drawn {
  private final String key;
  private final StringBuilder elements = new StringBuilder();
  private final StringBuilder messages = new StringBuilder();
  private final List<String> shapes = new ArrayList<>();
  private int flows;

  Drawn(String key) {
    this.key = key;
  }

  /** The life cycle of a record, which begins when a review is ordered. */
  static Drawn lifeCycle() {
    Drawn drawn = new Drawn("record-life-cycle");
    drawn.messages.append("<bpmn:message id=\"ordered-message\" name=\"ReviewOrdered\"/>");
    drawn.element(
        "startEvent",
        "start",
        "",
        "<bpmn:messageEventDefinition id=\"by-message\" messageRef=\"ordered-message\"/>");
    return drawn;
  }

  /** A process that others call. */
  static Drawn called(String key) {
    Drawn drawn = new Drawn(key);
    drawn.element("startEvent", "start", "", "");
    return drawn;
  }

  private Drawn element(String kind, String id, String attributes, String content) {
    elements.append(
        "<bpmn:%1$s id=\"%2$s\" name=\"%2$s\"%3$s>%4$s</bpmn:%1$s>"
            .formatted(kind, id, attributes, content));
    shapes.add(id);
    return this;
  }

  Drawn task(String id) {
    return task(id, "");
  }

  /** A task that is opened as often as a count says. */
  Drawn counted(String id, boolean inTurn) {
    return task(id, loop("${referralCount}", inTurn));
  }

  /** A task that is opened as often as an expression says. */
  Drawn counted(String id, String count) {
    return task(id, loop(count, false));
  }

  private Drawn task(String id, String content) {
    String role = TaskKind.ofElement(id).orElseThrow().candidateRoles().iterator().next().name();
    return element("userTask", id, " camunda:candidateGroups=\"" + role + "\"", content);
  }

  private static String loop(String count, boolean inTurn) {
    return ("<bpmn:multiInstanceLoopCharacteristics isSequential=\"%s\"><bpmn:loopCardinality"
            + " xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:loopCardinality>"
            + "</bpmn:multiInstanceLoopCharacteristics>")
        .formatted(inTurn, count);
  }

  Drawn choice(String id) {
    return element("exclusiveGateway", id, "", "");
  }

  Drawn choice(String id, String otherwise) {
    return element("exclusiveGateway", id, " default=\"" + otherwise + "\"", "");
  }

  Drawn parallel(String id) {
    return element("parallelGateway", id, "", "");
  }

  Drawn end(String id) {
    return element("endEvent", id, "", "");
  }

  Drawn calls(String id, String called, int version) {
    return calls(id, called, version, "");
  }

  /** A call that is made several times at once. */
  Drawn callsAtOnce(String id, String called, int times) {
    return calls(id, called, 1, loop(String.valueOf(times), false));
  }

  private Drawn calls(String id, String called, int version, String content) {
    return element(
        "callActivity",
        id,
        (" calledElement=\"%s\" camunda:calledElementBinding=\"version\""
                + " camunda:calledElementVersion=\"%d\"")
            .formatted(called, version),
        content);
  }

  /** Flows from each to the next. */
  Drawn through(String... ids) {
    for (int i = 1; i < ids.length; i++) {
      flow("f" + ++flows, ids[i - 1], ids[i], "");
    }
    return this;
  }

  /** A flow with a condition. */
  Drawn when(String condition, String from, String to) {
    return flow(
        "f" + ++flows,
        from,
        to,
        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:conditionExpression>"
            .formatted(condition));
  }

  /** A flow of a name, such as a default one. */
  Drawn named(String id, String from, String to) {
    return flow(id, from, to, "");
  }

  private Drawn flow(String id, String from, String to, String content) {
    elements.append(
        "<bpmn:sequenceFlow id=\"%1$s\" name=\"%1$s\" sourceRef=\"%2$s\" targetRef=\"%3$s\">%4$s</bpmn:sequenceFlow>"
            .formatted(id, from, to, content));
    shapes.add(id);
    return this;
  }

  DeploymentFile file() {
    StringBuilder drawing = new StringBuilder();
    for (String id : shapes) {
      drawing.append(
          "<bpmndi:BPMNShape id=\"%1$s-shape\" bpmnElement=\"%1$s\"><dc:Bounds x=\"0\" y=\"0\" width=\"10\" height=\"10\"/></bpmndi:BPMNShape>"
              .formatted(id));
    }
    String text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
            xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            id="drawn" targetNamespace="https://glasnost.example/processes">
          %2$s
          <bpmn:process id="%1$s" name="%1$s" isExecutable="true" camunda:historyTimeToLive="P1D">%3$s</bpmn:process>
          <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="%1$s">%4$s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
        </bpmn:definitions>
        """
            .formatted(key, messages, elements, drawing);
    return new DeploymentFile(
        key + ".bpmn", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
