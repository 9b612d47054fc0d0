package org.glasnost.process.deployment;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.process.engine.ProcessVariable;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * The few expressions that a definition may hold: one variable compared with a literal, one count,
 * one step, the business key handed on. Everywhere else an expression is refused, in any attribute
 * and any text, so that nothing depends on knowing every place where the engine evaluates one.
 * Rules DPL-0012 to DPL-0014 and DPL-0019.
 */
final class Expressions {
  private static final Pattern COMPARISON =
      Pattern.compile(
          "\\$\\{\\s*(\\w+)\\s*(==|!=|>=|<=|>|<)\\s*('(\\w+)'|\\d{1,6}|true|false)\\s*}");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\s*\\{");
  private static final String BUSINESS_KEY = "${execution.processBusinessKey}";

  /** The same as Camunda Modeler writes it. */
  private static final String DEFERRED_BUSINESS_KEY = "#{execution.processBusinessKey}";

  private static final Set<String> EQUALITY = Set.of("==", "!=");

  private final Set<String> steps;
  private final Examination examination;

  Expressions(Set<String> steps, Examination examination) {
    this.steps = steps;
    this.examination = examination;
  }

  /** Holds every attribute and text below the element against the places where one may stand. */
  void examine(Element element) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      examineAttribute(element, (Attr) attributes.item(i));
    }
    if (Namespaces.is(element, Namespaces.BPMN, "conditionExpression")) {
      examineCondition(element);
      return;
    }
    if (Namespaces.is(element, Namespaces.BPMN, "loopCardinality")) {
      examineCardinality(element);
      return;
    }
    StringBuilder text = new StringBuilder(); // As the engine reads it, comments left out.
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        examine(child);
      } else if (node instanceof Text part) {
        text.append(part.getData());
      }
    }
    if (holdsExpression(text.toString())) {
      notHere(element);
    }
  }

  private void examineAttribute(Element element, Attr attribute) {
    if (Namespaces.is(element, Namespaces.CAMUNDA, "in")
        && attribute.getName().equals("businessKey")) {
      if (!attribute.getValue().equals(BUSINESS_KEY)
          && !attribute.getValue().equals(DEFERRED_BUSINESS_KEY)) {
        examination.error(
            "DPL-0012", element, "A call hands on the business key: " + BUSINESS_KEY + ".");
      }
    } else if (Namespaces.CAMUNDA.equals(attribute.getNamespaceURI())
        && attribute.getLocalName().equals("delegateExpression")) {
      examineStep(element, attribute.getValue());
    } else if (holdsExpression(attribute.getValue())) {
      notHere(element);
    }
  }

  private void examineStep(Element element, String expression) {
    Matcher step = VARIABLE.matcher(expression);
    if (!step.matches() || !steps.contains(step.group(1))) {
      examination.error(
          "DPL-0014", element, "A service task names one of the steps, as in ${…Step}: " + steps);
    }
  }

  private void examineCondition(Element condition) {
    String text = condition.getTextContent().trim();
    Matcher comparison = COMPARISON.matcher(text);
    if (!comparison.matches() || !Namespaces.children(condition).isEmpty()) {
      examination.error(
          "DPL-0012",
          condition,
          "A condition compares one variable with a literal, as in ${withholds == true}.");
      return;
    }
    Optional<ProcessVariable> variable = ProcessVariable.named(comparison.group(1));
    if (variable.isEmpty()) {
      examination.error(
          "DPL-0013", condition, "'" + comparison.group(1) + "' is not a process variable.");
    } else if (!compares(
        variable.get(), comparison.group(2), comparison.group(3), comparison.group(4))) {
      examination.error(
          "DPL-0013",
          condition,
          "'%s' is a %s and cannot be compared so."
              .formatted(comparison.group(1), variable.get().kind()));
    }
  }

  private static boolean compares(
      ProcessVariable variable, String operator, String literal, @Nullable String word) {
    return switch (variable.kind()) {
      case BOOLEAN ->
          EQUALITY.contains(operator) && (literal.equals("true") || literal.equals("false"));
      case COUNT -> Character.isDigit(literal.charAt(0));
      case WORD -> EQUALITY.contains(operator) && word != null && variable.admits(word);
      case ID -> false;
    };
  }

  private void examineCardinality(Element cardinality) {
    String text = cardinality.getTextContent().trim();
    Matcher variable = VARIABLE.matcher(text);
    boolean count =
        variable.matches()
            && ProcessVariable.named(variable.group(1))
                .filter(named -> named.kind() == ProcessVariable.Kind.COUNT)
                .isPresent();
    if (!count && !NUMBER.matcher(text).matches()) {
      examination.error(
          "DPL-0019",
          cardinality,
          "A task is opened several times by a count, as in"
              + " ${referralCount}, or by a number from 1 to 99.");
    }
  }

  private void notHere(Element element) {
    examination.error(
        "DPL-0012",
        element,
        "An expression stands where none may; only conditions, counts, steps and the business key"
            + " of a call are expressions.");
  }

  private static boolean holdsExpression(@Nullable String value) {
    return value != null && EXPRESSION.matcher(value).find();
  }
}
