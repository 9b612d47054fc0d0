package org.glasnost.process.deployment.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnost.process.deployment.difference.ElementChange.Change;
import org.glasnost.process.deployment.difference.ElementChange.Detail;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Compares two versions of a process element by element, or two of a decision's table by its rules
 * and columns. Where an element is drawn, and in which order the file holds them, is no difference:
 * the engine does not care, and the text of both shows it.
 */
public final class ProcessDifference {
  /** What BPMN says twice: a sequence flow names its ends already. */
  private static final Set<String> DERIVED = Set.of("incoming", "outgoing");

  private static final Set<String> WHOLE = Set.of("process", "decisionTable");

  private ProcessDifference() {}

  /**
   * What is different, in the order of the file; what is no longer there comes last.
   *
   * @param before the process or table in force, or null where there is none
   * @param after the process or table as submitted
   */
  public static List<ElementChange> between(@Nullable Element before, Element after) {
    Map<String, Element> were = before == null ? Map.of() : elements(before);
    Map<String, Element> are = elements(after);
    List<ElementChange> changes = new ArrayList<>();
    are.forEach(
        (id, element) -> {
          Element was = were.get(id);
          if (was == null || !was.getLocalName().equals(element.getLocalName())) {
            if (was != null) {
              changes.add(change(Change.REMOVED, was, List.of()));
            }
            changes.add(change(Change.ADDED, element, List.of()));
          } else {
            List<Detail> details = details(properties(was), properties(element));
            if (!details.isEmpty()) {
              changes.add(change(Change.CHANGED, element, details));
            }
          }
        });
    were.forEach(
        (id, element) -> {
          if (!are.containsKey(id)) {
            changes.add(change(Change.REMOVED, element, List.of()));
          }
        });
    return changes;
  }

  private static ElementChange change(Change change, Element element, List<Detail> details) {
    String name = element.getAttribute("name");
    String id = element.getAttribute("id");
    return new ElementChange(
        change, id, element.getLocalName(), name.isBlank() ? id : name, details);
  }

  /** The whole itself, the messages beside a process, and what it consists of, by id. */
  private static Map<String, Element> elements(Element process) {
    Map<String, Element> elements = new LinkedHashMap<>();
    if (process.getParentNode() instanceof Element definitions) {
      for (Element beside : children(definitions)) {
        if (beside.getLocalName().equals("message")) {
          elements.put(beside.getAttribute("id"), beside);
        }
      }
    }
    elements.put(process.getAttribute("id"), process);
    for (Element part : children(process)) {
      if (part.hasAttribute("id")) {
        elements.put(part.getAttribute("id"), part);
      }
    }
    return elements;
  }

  /** What an element says, by the path to it. Of the whole, what does not stand for itself. */
  private static Map<String, String> properties(Element element) {
    Map<String, String> properties = new LinkedHashMap<>();
    add(properties, "", element, WHOLE.contains(element.getLocalName()));
    return properties;
  }

  private static void add(
      Map<String, String> properties, String path, Element element, boolean leavingOutParts) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (!attribute.getName().startsWith("xmlns")) {
        put(properties, path + attribute.getLocalName(), attribute.getValue());
      }
    }
    List<Element> children = children(element);
    if (children.isEmpty() && !path.isEmpty()) {
      String text = element.getTextContent().strip();
      put(properties, path.substring(0, path.length() - 1), text);
    }
    for (Element child : children) {
      if (DERIVED.contains(child.getLocalName()) || (leavingOutParts && child.hasAttribute("id"))) {
        continue;
      }
      add(properties, path + child.getLocalName() + "/", child, false);
    }
  }

  /** Several of one path, such as the values that a call hands on, are numbered. */
  private static void put(Map<String, String> properties, String path, String value) {
    String free = path;
    for (int number = 2; properties.containsKey(free); number++) {
      free = path + " " + number;
    }
    properties.put(free, value);
  }

  private static List<Detail> details(Map<String, String> before, Map<String, String> after) {
    Set<String> properties = new LinkedHashSet<>(after.keySet());
    properties.addAll(before.keySet());
    List<Detail> details = new ArrayList<>();
    for (String property : properties) {
      String was = before.getOrDefault(property, "");
      String is = after.getOrDefault(property, "");
      if (!was.equals(is)) {
        details.add(new Detail(property, was, is));
      }
    }
    return details;
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
}
