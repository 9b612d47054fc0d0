package org.glasnost.process.decision;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The elements and attributes that the file of a decision may consist of, as {@code Vocabulary} is
 * for processes: one table of conditions and literals. Everything by which DMN could compute,
 * invoke or ask another decision is left out. Rules DPL-0041 and DPL-0047.
 */
final class TableVocabulary {
  static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

  private static final String DRAWING = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
  private static final String WIDTHS = "http://bpmn.io/schema/dmn/biodi/2.0";
  private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  /** The names by which a table says that it is written in FEEL; saying nothing says the same. */
  private static final Set<String> FEEL =
      Set.of("feel", "FEEL", "https://www.omg.org/spec/DMN/20191111/FEEL/");

  private static final Map<String, Set<String>> ELEMENTS =
      Map.ofEntries(
          Map.entry(
              "definitions",
              Set.of("id", "name", "namespace", "exporter", "exporterVersion", "modeler:*")),
          Map.entry(
              "decision", Set.of("id", "name", "camunda:historyTimeToLive", "camunda:versionTag")),
          Map.entry("description", Set.of()),
          Map.entry("decisionTable", Set.of("id", "hitPolicy", "aggregation", "biodi:*")),
          Map.entry("input", Set.of("id", "label", "biodi:*")),
          Map.entry("inputExpression", Set.of("id", "typeRef", "expressionLanguage")),
          Map.entry("inputValues", Set.of("id", "expressionLanguage")),
          Map.entry("output", Set.of("id", "label", "name", "typeRef", "biodi:*")),
          Map.entry("outputValues", Set.of("id", "expressionLanguage")),
          Map.entry("rule", Set.of("id")),
          Map.entry("inputEntry", Set.of("id", "expressionLanguage")),
          Map.entry("outputEntry", Set.of("id", "expressionLanguage")),
          Map.entry("text", Set.of()),
          // Drawing only, around the decision: what it rests on, in words.
          Map.entry("inputData", Set.of("id", "name")),
          Map.entry("informationRequirement", Set.of("id")),
          Map.entry("requiredInput", Set.of("href")),
          Map.entry("knowledgeSource", Set.of("id", "name")),
          Map.entry("authorityRequirement", Set.of("id")),
          Map.entry("requiredAuthority", Set.of("href")),
          Map.entry("textAnnotation", Set.of("id", "textFormat")),
          Map.entry("association", Set.of("id", "associationDirection")),
          Map.entry("sourceRef", Set.of("href")),
          Map.entry("targetRef", Set.of("href")));

  private TableVocabulary() {}

  /** Holds every element of the file against the list. */
  static void examine(Element at, Consumer<DecisionFinding> found) {
    String namespace = String.valueOf(at.getNamespaceURI());
    String name = at.getLocalName();
    if (namespace.equals(DRAWING) && name.equals("DMNDI")) {
      return; // Positions; nothing here reads them.
    }
    Set<String> attributes = namespace.equals(DMN) ? ELEMENTS.get(name) : null;
    if (attributes == null) {
      found.accept(
          new DecisionFinding(
              "DPL-0041",
              nearestId(at),
              "The element " + name + " is not among those that decisions here consist of."));
      return;
    }
    NamedNodeMap given = at.getAttributes();
    for (int i = 0; i < given.getLength(); i++) {
      Attr attribute = (Attr) given.item(i);
      if (!isTakenIn(attributes, attribute)) {
        found.accept(
            new DecisionFinding(
                "DPL-0041",
                nearestId(at),
                "The attribute %s of %s is not among those that decisions here consist of."
                    .formatted(attribute.getName(), name)));
      }
    }
    String language = at.getAttribute("expressionLanguage");
    if (!language.isEmpty() && !FEEL.contains(language)) {
      found.accept(
          new DecisionFinding(
              "DPL-0047", nearestId(at), "Tables are written in FEEL, and in nothing else."));
    }
    for (Element child : Elements.children(at)) {
      examine(child, found);
    }
  }

  private static boolean isTakenIn(Set<String> attributes, Attr attribute) {
    String namespace = attribute.getNamespaceURI();
    if (namespace == null) {
      return attributes.contains(attribute.getLocalName());
    }
    return switch (namespace) {
      case XMLNS -> true;
      case CAMUNDA -> attributes.contains("camunda:" + attribute.getLocalName());
      case WIDTHS -> attributes.contains("biodi:*");
      case MODELER -> attributes.contains("modeler:*");
      default -> false; // An open set of namespaces, of which these four are taken in.
    };
  }

  private static @Nullable String nearestId(Element at) {
    for (Node node = at; node instanceof Element element; node = node.getParentNode()) {
      if (element.hasAttribute("id")) {
        return element.getAttribute("id");
      }
    }
    return null;
  }
}
