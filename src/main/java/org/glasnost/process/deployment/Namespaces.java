package org.glasnost.process.deployment;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The XML namespaces of a definition, and walking in its tree. */
final class Namespaces {
  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
  static final String DRAWING_COMMON = "http://www.omg.org/spec/DD/20100524/DC";
  static final String DRAWING_INTERCHANGE = "http://www.omg.org/spec/DD/20100524/DI";
  static final String MODELER = "http://camunda.org/schema/modeler/1.0";
  static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  private Namespaces() {}

  /** Every element of that name below {@code root}, in document order. */
  static List<Element> all(Element root, String namespace, String localName) {
    List<Element> found = new ArrayList<>();
    var nodes = root.getElementsByTagNameNS(namespace, localName);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

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

  static boolean is(Element element, String namespace, String localName) {
    return namespace.equals(element.getNamespaceURI()) && localName.equals(element.getLocalName());
  }
}
