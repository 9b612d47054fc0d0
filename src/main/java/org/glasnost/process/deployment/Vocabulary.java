package org.glasnost.process.deployment;

import static org.glasnost.process.deployment.Namespaces.BPMN;
import static org.glasnost.process.deployment.Namespaces.CAMUNDA;
import static org.glasnost.process.deployment.Namespaces.DIAGRAM;
import static org.glasnost.process.deployment.Namespaces.DRAWING_COMMON;
import static org.glasnost.process.deployment.Namespaces.DRAWING_INTERCHANGE;
import static org.glasnost.process.deployment.Namespaces.INSTANCE;
import static org.glasnost.process.deployment.Namespaces.MODELER;
import static org.glasnost.process.deployment.Namespaces.XMLNS;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * The elements and attributes that a definition may consist of. A list of what is taken in, not of
 * what is refused: an element that nobody has thought through is refused, and so is whatever the
 * engine would run as code. Rules DPL-0010 and DPL-0011.
 */
final class Vocabulary {
  /**
   * Elements of BPMN and their attributes without namespace; {@code camunda:} and others marked.
   */
  private static final Map<String, Set<String>> BPMN_ELEMENTS =
      Map.ofEntries(
          Map.entry(
              "definitions",
              Set.of("id", "name", "targetNamespace", "exporter", "exporterVersion", "modeler:*")),
          Map.entry("message", Set.of("id", "name")),
          Map.entry("collaboration", Set.of("id", "name")),
          Map.entry("participant", Set.of("id", "name", "processRef")),
          Map.entry(
              "process",
              Set.of(
                  "id", "name", "isExecutable", "camunda:historyTimeToLive", "camunda:versionTag")),
          Map.entry("documentation", Set.of("id", "textFormat")),
          Map.entry("laneSet", Set.of("id", "name")),
          Map.entry("lane", Set.of("id", "name")),
          Map.entry("flowNodeRef", Set.of()),
          Map.entry("startEvent", Set.of("id", "name")),
          Map.entry("messageEventDefinition", Set.of("id", "messageRef")),
          Map.entry("endEvent", Set.of("id", "name")),
          Map.entry("exclusiveGateway", Set.of("id", "name", "default", "gatewayDirection")),
          Map.entry("parallelGateway", Set.of("id", "name", "gatewayDirection")),
          Map.entry("userTask", Set.of("id", "name", "camunda:candidateGroups")),
          Map.entry("serviceTask", Set.of("id", "name", "camunda:delegateExpression")),
          Map.entry(
              "callActivity",
              Set.of(
                  "id",
                  "name",
                  "calledElement",
                  "camunda:calledElementBinding",
                  "camunda:calledElementVersion")),
          Map.entry("multiInstanceLoopCharacteristics", Set.of("id", "isSequential")),
          Map.entry("loopCardinality", Set.of("id", "xsi:type")),
          Map.entry("sequenceFlow", Set.of("id", "name", "sourceRef", "targetRef")),
          Map.entry("conditionExpression", Set.of("id", "xsi:type")),
          Map.entry("incoming", Set.of()),
          Map.entry("outgoing", Set.of()),
          Map.entry("extensionElements", Set.of()),
          Map.entry("textAnnotation", Set.of("id", "textFormat")),
          Map.entry("text", Set.of()),
          Map.entry("association", Set.of("id", "sourceRef", "targetRef", "associationDirection")));

  private static final Map<String, Set<String>> CAMUNDA_ELEMENTS =
      Map.of(
          "in", Set.of("businessKey", "source", "target"),
          "out", Set.of("source", "target"));

  /** What the engine would run, in the words of its schema; named to the submitter as code. */
  private static final Set<String> CODE =
      Set.of(
          "scriptTask",
          "script",
          "executionListener",
          "taskListener",
          "connector",
          "field",
          "class",
          "expression",
          "type",
          "topic",
          "resource",
          "language",
          "scriptFormat",
          "formKey",
          "delegateExpression");

  private static final Set<String> DRAWING = Set.of(DIAGRAM, DRAWING_COMMON, DRAWING_INTERCHANGE);

  private static final Set<String> REFERENCES =
      Set.of(
          "id",
          "sourceRef",
          "targetRef",
          "default",
          "messageRef",
          "processRef",
          "isExecutable",
          "isSequential");

  private Vocabulary() {}

  /** Holds every element of the file against the list. */
  static void examine(Element root, Examination examination) {
    String namespace = String.valueOf(root.getNamespaceURI());
    String name = root.getLocalName();
    if (namespace.equals(DIAGRAM) && name.equals("BPMNDiagram")) {
      examineDrawing(root, examination);
      return;
    }
    Set<String> attributes = null;
    if (namespace.equals(BPMN)) {
      attributes = BPMN_ELEMENTS.get(name);
    } else if (namespace.equals(CAMUNDA)) {
      attributes = CAMUNDA_ELEMENTS.get(name);
    }
    if (attributes == null) {
      refuse(examination, root, name, "The element " + prefixed(namespace, name));
      return;
    }
    NamedNodeMap given = root.getAttributes();
    for (int i = 0; i < given.getLength(); i++) {
      Attr attribute = (Attr) given.item(i);
      if (isWrittenWithBlanks(attribute)) {
        examination.error(
            "DPL-0006",
            root,
            "'" + attribute.getLocalName() + "' is written with blanks: " + attribute.getValue());
      }
      if (!isTakenIn(attributes, attribute)) {
        refuse(
            examination,
            root,
            attribute.getLocalName(),
            "The attribute %s of %s"
                .formatted(
                    prefixed(String.valueOf(attribute.getNamespaceURI()), attribute.getLocalName()),
                    prefixed(namespace, name)));
      }
    }
    for (Element child : Namespaces.children(root)) {
      examine(child, examination);
    }
  }

  /** A drawing says where things stand; the engine reads no more of it, and it holds no more. */
  private static void examineDrawing(Element drawing, Examination examination) {
    String namespace = String.valueOf(drawing.getNamespaceURI());
    if (!DRAWING.contains(namespace) || drawing.getLocalName().equals("extension")) {
      String name = drawing.getLocalName();
      refuse(examination, drawing, name, "In the diagram the element " + prefixed(namespace, name));
      return;
    }
    for (Element child : Namespaces.children(drawing)) {
      examineDrawing(child, examination);
    }
  }

  /**
   * An id is the same to every reader only without blanks around it: the engine takes them off, as
   * the schema says.
   */
  private static boolean isWrittenWithBlanks(Attr attribute) {
    return attribute.getNamespaceURI() == null
        && REFERENCES.contains(attribute.getLocalName())
        && attribute.getValue().chars().anyMatch(Character::isWhitespace);
  }

  private static boolean isTakenIn(Set<String> attributes, Attr attribute) {
    String namespace = attribute.getNamespaceURI();
    if (namespace == null) {
      return attributes.contains(attribute.getLocalName());
    }
    return switch (namespace) {
      case XMLNS -> true;
      case CAMUNDA -> attributes.contains("camunda:" + attribute.getLocalName());
      case INSTANCE -> attributes.contains("xsi:" + attribute.getLocalName());
      case MODELER -> attributes.contains("modeler:*");
      default -> false; // An open set of namespaces, of which these four are taken in.
    };
  }

  private static void refuse(Examination examination, Element at, String word, String subject) {
    if (CODE.contains(word)) {
      examination.error(
          "DPL-0010", at, subject + " would run code; a definition runs none but the named steps.");
    } else {
      examination.error(
          "DPL-0011", at, subject + " is not among those that definitions here consist of.");
    }
  }

  private static String prefixed(String namespace, String name) {
    return switch (namespace) {
      case BPMN -> "bpmn:" + name;
      case CAMUNDA -> "camunda:" + name;
      default -> name; // No prefix that a reader would know.
    };
  }
}
