package org.glasnost.process.deployment.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glasnost.process.deployment.flow.FlowNode.Call;
import org.glasnost.process.deployment.flow.FlowNode.Kind;
import org.glasnost.process.deployment.flow.FlowNode.Repetition;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The flow of one process: its elements, and the ways from each to the next. */
public final class FlowGraph {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  /** DPL-0019 takes in no larger number. */
  private static final int MOST_TIMES = 99;

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private final String file;
  private final String key;
  private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
  private final Map<String, List<Way>> from = new LinkedHashMap<>();
  private final Map<String, List<Way>> to = new LinkedHashMap<>();

  private FlowGraph(String file, String key) {
    this.file = file;
    this.key = key;
  }

  /**
   * A way from one element to another.
   *
   * @param id of the sequence flow
   * @param source id of the element that it leaves
   * @param target id of the element that it leads to
   * @param name for people; blank where there is none
   * @param condition the expression on it without blanks, or null
   * @param isDefault whether it is gone where no other is
   */
  record Way(
      String id,
      String source,
      String target,
      String name,
      @Nullable String condition,
      boolean isDefault) {}

  /**
   * The flow of a process whose elements are those of the gate's vocabulary. A sequence flow from
   * or to what is no element of the process is left out: DPL-0006 has refused it.
   *
   * @param file whose process it is
   * @param process its element
   */
  public static FlowGraph of(String file, Element process) {
    FlowGraph graph = new FlowGraph(file, process.getAttribute("id"));
    Set<String> defaults = new HashSet<>();
    for (Element element : children(process)) {
      if (BPMN.equals(element.getNamespaceURI())) {
        defaults.add(element.getAttribute("default"));
        node(element)
            .ifPresent(
                node -> {
                  graph.nodes.put(node.id(), node);
                  graph.from.put(node.id(), new ArrayList<>());
                  graph.to.put(node.id(), new ArrayList<>());
                });
      }
    }
    for (Element element : children(process)) {
      if (isBpmn(element, "sequenceFlow")) {
        graph.add(
            new Way(
                element.getAttribute("id"),
                element.getAttribute("sourceRef"),
                element.getAttribute("targetRef"),
                element.getAttribute("name"),
                condition(element),
                defaults.contains(element.getAttribute("id"))));
      }
    }
    return graph;
  }

  private void add(Way way) {
    List<Way> leaving = from.get(way.source());
    List<Way> arriving = to.get(way.target());
    if (leaving != null && arriving != null) {
      leaving.add(way);
      arriving.add(way);
    }
  }

  private static Optional<FlowNode> node(Element element) {
    Kind kind =
        switch (element.getLocalName()) {
          case "startEvent" ->
              child(element, "messageEventDefinition").isPresent()
                  ? Kind.MESSAGE_START
                  : Kind.START;
          case "endEvent" -> Kind.END;
          case "userTask" -> Kind.USER_TASK;
          case "serviceTask" -> Kind.SERVICE_TASK;
          case "callActivity" -> Kind.CALL;
          case "exclusiveGateway" -> Kind.CHOICE;
          case "parallelGateway" -> Kind.PARALLEL;
          default -> null; // Not passed by the flow, or refused by the vocabulary.
        };
    if (kind == null) {
      return Optional.empty();
    }
    String id = element.getAttribute("id");
    String name = element.getAttribute("name");
    return Optional.of(
        new FlowNode(
            id,
            name.isBlank() ? id : name,
            kind,
            repetition(element),
            most(element),
            kind == Kind.CALL ? call(element) : null,
            kind == Kind.SERVICE_TASK
                ? element.getAttributeNS(CAMUNDA, "delegateExpression")
                : null));
  }

  private static Repetition repetition(Element element) {
    Optional<Element> loop = loop(element);
    if (loop.isEmpty()) {
      return Repetition.ONCE;
    }
    boolean inTurn = "true".equals(loop.get().getAttribute("isSequential"));
    if (counted(loop.get()).isPresent()) {
      return inTurn ? Repetition.IN_TURN : Repetition.AT_ONCE;
    }
    return inTurn ? Repetition.PERHAPS_IN_TURN : Repetition.PERHAPS_AT_ONCE;
  }

  private static int most(Element element) {
    return loop(element).map(loop -> counted(loop).orElse(MOST_TIMES)).orElse(1);
  }

  private static Optional<Element> loop(Element element) {
    return child(element, "multiInstanceLoopCharacteristics");
  }

  /** The number that a file names itself; what is none, or too large, the gate has refused. */
  private static Optional<Integer> counted(Element loop) {
    return child(loop, "loopCardinality")
        .map(count -> count.getTextContent().trim())
        .filter(count -> count.matches("[1-9][0-9]?"))
        .map(Integer::valueOf);
  }

  /** A call whose version is none calls nothing: the rules of calls have refused it. */
  private static Call call(Element element) {
    String version = element.getAttributeNS(CAMUNDA, "calledElementVersion");
    return new Call(
        element.getAttribute("calledElement"),
        version.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(version) : 0);
  }

  private static @Nullable String condition(Element flow) {
    return child(flow, "conditionExpression")
        .map(expression -> expression.getTextContent().replaceAll("\\s", ""))
        .orElse(null);
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(element -> isBpmn(element, name)).findFirst();
  }

  private static boolean isBpmn(Element element, String name) {
    return BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  private static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /** Whose process it is. */
  public String file() {
    return file;
  }

  /** The key of the process. */
  public String key() {
    return key;
  }

  Collection<FlowNode> nodes() {
    return nodes.values();
  }

  /**
   * Where a call enters the process: at its plain start, or, where there is none, as the engine
   * does, at the start that a message sets off otherwise.
   */
  List<FlowNode> entries() {
    List<FlowNode> starts = nodes(Kind.START);
    return starts.isEmpty() ? nodes(Kind.MESSAGE_START) : starts;
  }

  /** Whether the flow ends at an element: at an end, and at whatever has no way out. */
  boolean isLast(FlowNode node) {
    return node.kind() == Kind.END || from(node).isEmpty();
  }

  /** The elements of a kind, in the order of the file. */
  List<FlowNode> nodes(Kind kind) {
    return nodes.values().stream().filter(node -> node.kind() == kind).toList();
  }

  /**
   * @throws IllegalArgumentException if there is no such element, which is a bug of ours
   */
  FlowNode node(String id) {
    FlowNode node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("no element of " + key + ": " + id);
    }
    return node;
  }

  List<Way> from(FlowNode node) {
    return from.getOrDefault(node.id(), List.of());
  }

  List<Way> to(FlowNode node) {
    return to.getOrDefault(node.id(), List.of());
  }
}
