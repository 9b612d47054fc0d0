package org.glasnost.process.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walking in the tree of a decision's file. */
final class Elements {

  private Elements() {}

  /** The child elements, in document order. */
  static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /** The child elements of that name in DMN. */
  static List<Element> named(Element parent, String name) {
    return children(parent).stream()
        .filter(
            child ->
                name.equals(child.getLocalName())
                    && TableVocabulary.DMN.equals(child.getNamespaceURI()))
        .toList();
  }

  static Optional<Element> first(Element parent, String name) {
    return named(parent, name).stream().findFirst();
  }

  /** What stands in the element's {@code text}; empty where there is none. */
  static String text(Element parent) {
    return first(parent, "text").map(Element::getTextContent).orElse("").strip();
  }
}
