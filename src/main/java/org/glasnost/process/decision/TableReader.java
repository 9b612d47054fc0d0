package org.glasnost.process.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.glasnost.process.decision.DecisionShape.Field;
import org.glasnost.process.decision.DecisionTable.Column;
import org.glasnost.process.decision.DecisionTable.HitPolicy;
import org.glasnost.process.decision.DecisionTable.Rule;
import org.w3c.dom.Element;

/**
 * Reads the file of a decision: one decision of the list, with one table over its inputs, written
 * in the part of FEEL that {@link Cell} understands. Rules DPL-0041 to DPL-0051.
 */
public final class TableReader {
  /** The namespace of DMN 1.3, the version that is taken in. */
  public static final String NAMESPACE = TableVocabulary.DMN;

  private static final int MOST_RULES = 200;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"");

  private final Function<String, Optional<DecisionShape>> shapes;
  private final Consumer<DecisionFinding> told;
  private boolean clean = true;

  private TableReader(
      Function<String, Optional<DecisionShape>> shapes, Consumer<DecisionFinding> told) {
    this.shapes = shapes;
    this.told = told;
  }

  /**
   * Reads a table.
   *
   * @param root of the file, valid by the schema of DMN 1.3
   * @param told is given what stands against it
   * @return empty exactly if anything was told
   */
  public static Optional<DecisionTable> read(Element root, Consumer<DecisionFinding> told) {
    return read(root, key -> KnownDecision.named(key).map(KnownDecision::shape), told);
  }

  static Optional<DecisionTable> read(
      Element root,
      Function<String, Optional<DecisionShape>> shapes,
      Consumer<DecisionFinding> told) {
    return new TableReader(shapes, told).read(root);
  }

  private Optional<DecisionTable> read(Element root) {
    TableVocabulary.examine(root, this::found);
    if (!clean) {
      return Optional.empty();
    }
    List<Element> decisions = Elements.named(root, "decision");
    if (decisions.size() != 1 || Elements.named(decisions.get(0), "decisionTable").size() != 1) {
      error("DPL-0042", root, "The file of a decision holds one decision with one table.");
      return Optional.empty();
    }
    Element decision = decisions.get(0);
    Optional<DecisionShape> shape = shapes.apply(decision.getAttribute("id"));
    if (shape.isEmpty()) {
      error(
          "DPL-0043",
          decision,
          "'" + decision.getAttribute("id") + "' is not a decision that anything here asks for.");
      return Optional.empty();
    }
    Element table = Elements.named(decision, "decisionTable").get(0);
    Optional<DecisionTable> read =
        table(decision, table, shape.get(), hitPolicy(table).orElse(HitPolicy.UNIQUE));
    return clean ? read : Optional.empty();
  }

  private Optional<DecisionTable> table(
      Element decision, Element table, DecisionShape shape, HitPolicy hitPolicy) {
    id(table);
    List<Column> inputs = new ArrayList<>();
    Elements.named(table, "input").forEach(input -> input(input, shape).ifPresent(inputs::add));
    List<Column> outputs = new ArrayList<>();
    Elements.named(table, "output")
        .forEach(output -> output(output, shape).ifPresent(outputs::add));
    twice(inputs, "DPL-0045");
    twice(outputs, "DPL-0046");
    for (Field field : shape.outputs()) {
      if (outputs.stream().noneMatch(output -> output.field().equals(field))) {
        error("DPL-0046", table, "The output '" + field.name() + "' has no column.");
      }
    }
    List<Element> rows = Elements.named(table, "rule");
    if (rows.size() > MOST_RULES) {
      error("DPL-0055", table, "A table has at most " + MOST_RULES + " rules.");
    }
    if (!clean) {
      return Optional.empty(); // A cell is read by its column.
    }
    List<Rule> rules = rows.stream().map(row -> rule(row, inputs, outputs)).toList();
    return Optional.of(
        new DecisionTable(
            shape.key(),
            decision.getAttribute("name"),
            table.getAttribute("id"),
            hitPolicy,
            inputs,
            outputs,
            rules));
  }

  private Optional<HitPolicy> hitPolicy(Element table) {
    String written = table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
    for (HitPolicy policy : HitPolicy.values()) {
      if (policy.name().equals(written) && !table.hasAttribute("aggregation")) {
        return Optional.of(policy);
      }
    }
    error("DPL-0048", table, "The hit policy of a table here is UNIQUE, FIRST or ANY.");
    return Optional.empty();
  }

  private Optional<Column> input(Element input, DecisionShape shape) {
    id(input);
    Optional<Element> expression = Elements.first(input, "inputExpression");
    String name = expression.map(Elements::text).orElse("");
    Optional<Field> field = shape.input(name);
    if (field.isEmpty()) {
      error(
          "DPL-0045",
          input,
          "'%s' is no input of %s; a column names one of %s."
              .formatted(name, shape.key(), names(shape.inputs())));
      return Optional.empty();
    }
    typed(
        "DPL-0045", input, field.get(), expression.map(e -> e.getAttribute("typeRef")).orElse(""));
    predefined("DPL-0045", input, "inputValues", field.get());
    return Optional.of(column(input, field.get()));
  }

  private Optional<Column> output(Element output, DecisionShape shape) {
    id(output);
    String name = output.getAttribute("name");
    Optional<Field> field = shape.output(name);
    if (field.isEmpty()) {
      error(
          "DPL-0046",
          output,
          "'%s' is no output of %s; a column names one of %s."
              .formatted(name, shape.key(), names(shape.outputs())));
      return Optional.empty();
    }
    typed("DPL-0046", output, field.get(), output.getAttribute("typeRef"));
    predefined("DPL-0046", output, "outputValues", field.get());
    return Optional.of(column(output, field.get()));
  }

  private static Column column(Element element, Field field) {
    String label = element.getAttribute("label");
    return new Column(element.getAttribute("id"), label.isBlank() ? field.name() : label, field);
  }

  private void typed(String rule, Element at, Field field, String typeRef) {
    if (!field.domain().typeRef().equals(typeRef)) {
      error(
          rule,
          at,
          "'%s' is of the type %s: %s."
              .formatted(field.name(), field.domain().typeRef(), field.domain().told()));
    }
  }

  /** A list of values to choose from, which the drawing tool offers; it may name no others. */
  private void predefined(String rule, Element at, String kind, Field field) {
    for (Element values : Elements.named(at, kind)) {
      try {
        Cell.read(Elements.text(values), field.domain());
      } catch (Cell.Fault fault) {
        error(rule, at, fault.told());
      }
    }
  }

  private void twice(List<Column> columns, String rule) {
    Set<Field> seen = new HashSet<>();
    for (Column column : columns) {
      if (!seen.add(column.field())) {
        found(
            new DecisionFinding(
                rule, column.id(), "'" + column.field().name() + "' has two columns."));
      }
    }
  }

  private Rule rule(Element row, List<Column> inputs, List<Column> outputs) {
    id(row);
    List<Element> conditions = Elements.named(row, "inputEntry");
    List<Element> conclusions = Elements.named(row, "outputEntry");
    List<Cell> tests = new ArrayList<>();
    List<Object> says = new ArrayList<>();
    if (conditions.size() != inputs.size() || conclusions.size() != outputs.size()) {
      error("DPL-0049", row, "A rule has one cell for each column.");
    } else {
      for (int i = 0; i < inputs.size(); i++) {
        try {
          tests.add(Cell.read(Elements.text(conditions.get(i)), inputs.get(i).field().domain()));
        } catch (Cell.Fault fault) {
          error(fault.rule(), row, inputs.get(i).field().name() + ": " + fault.told());
        }
      }
      for (int i = 0; i < outputs.size(); i++) {
        value(row, Elements.text(conclusions.get(i)), outputs.get(i).field()).ifPresent(says::add);
      }
    }
    String note = Elements.first(row, "description").map(Element::getTextContent).orElse("");
    return new Rule(row.getAttribute("id"), tests, says, note.strip());
  }

  private Optional<Object> value(Element row, String text, Field field) {
    Domain domain = field.domain();
    Object value = null;
    if (domain instanceof Domain.Numbers && NUMBER.matcher(text).matches()) {
      value = Integer.valueOf(text);
    } else if (domain instanceof Domain.Truth && (text.equals("true") || text.equals("false"))) {
      value = Boolean.valueOf(text);
    } else if (domain instanceof Domain.Words && WORD.matcher(text).matches()) {
      value = text.substring(1, text.length() - 1);
    }
    if (value == null || !domain.admits(value)) {
      error("DPL-0051", row, "'%s' is %s.".formatted(field.name(), domain.told()));
      return Optional.empty();
    }
    return Optional.of(value);
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).toList();
  }

  /** Findings, the journal and the page name an element by its id. */
  private void id(Element element) {
    if (element.getAttribute("id").isBlank()) {
      error(
          "DPL-0132",
          (Element) element.getParentNode(),
          "An element '" + element.getLocalName() + "' has no id.");
    }
  }

  private void error(String rule, Element at, String message) {
    found(new DecisionFinding(rule, at.hasAttribute("id") ? at.getAttribute("id") : null, message));
  }

  private void found(DecisionFinding finding) {
    clean = false;
    told.accept(finding);
  }
}
