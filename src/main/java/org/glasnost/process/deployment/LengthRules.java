package org.glasnost.process.deployment;

import static org.glasnost.process.deployment.Namespaces.CAMUNDA;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * That what a file names can be kept, by the engine's tables and by ours: longer, it would fail in
 * the midst of somebody's work. Rule DPL-0034.
 */
final class LengthRules {
  /** Of a process, whose version is written behind it. */
  static final int LONGEST_KEY = 100;

  static final int LONGEST_ID = 200;
  static final int LONGEST_NAME = 200;
  static final int LONGEST_TAG = 64;
  static final int LONGEST_TEXT = 4_000;

  private static final int SHOWN = 60;

  private final Examination examination;

  private LengthRules(Examination examination) {
    this.examination = examination;
  }

  /** Holds every element of a file to the lengths. */
  static void examine(Element root, Examination examination) {
    new LengthRules(examination).examine(root);
  }

  private void examine(Element element) {
    boolean isProcess = Namespaces.is(element, Namespaces.BPMN, "process");
    hold(element, "id", element.getAttribute("id"), isProcess ? LONGEST_KEY : LONGEST_ID);
    hold(element, "name", element.getAttribute("name"), LONGEST_NAME);
    hold(element, "targetNamespace", element.getAttribute("targetNamespace"), LONGEST_NAME);
    if (Namespaces.is(element, Namespaces.BPMN, "documentation")) {
      hold(element, "text", element.getTextContent(), LONGEST_TEXT);
    }
    hold(element, "versionTag", element.getAttributeNS(CAMUNDA, "versionTag"), LONGEST_TAG);
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        examine(child);
      }
    }
  }

  private void hold(Element element, String what, String value, int most) {
    if (value.length() > most) {
      examination.error(
          "DPL-0034",
          shown(element.getAttribute("id")),
          "The %s of a %s has %d characters; at most %d are kept."
              .formatted(what, element.getLocalName(), value.length(), most));
    }
  }

  private static @Nullable String shown(String id) {
    if (id.isEmpty()) {
      return null;
    }
    return id.length() > SHOWN ? id.substring(0, SHOWN) + "…" : id;
  }
}
