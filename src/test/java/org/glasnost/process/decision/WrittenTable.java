package org.glasnost.process.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.glasnost.process.decision.DecisionShape.Field;
import org.w3c.dom.Element;

/** A table written as a file of DMN. */
final class WrittenTable {
  private final String decision;
  private final List<Field> inputs;
  private final List<Field> outputs;
  private final String hitPolicy;
  private final List<List<String>> rows = new ArrayList<>();

  WrittenTable(String decision, List<Field> inputs, List<Field> outputs, String hitPolicy) {
    this.decision = decision;
    this.inputs = inputs;
    this.outputs = outputs;
    this.hitPolicy = hitPolicy;
  }

  /**
   * A further rule: its conditions, then what it says. Its id is {@code r1}, {@code r2} and so on.
   */
  WrittenTable rule(List<String> cells) {
    rows.add(cells);
    return this;
  }

  byte[] bytes() {
    StringBuilder text =
        new StringBuilder(
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="written" name="written" namespace="https://glasnost.example/decisions">
              <decision id="%s" name="Written"><decisionTable id="table" hitPolicy="%s">
            """
                .formatted(decision, hitPolicy));
    for (Field input : inputs) {
      text.append(
          "<input id=\"in-%1$s\"><inputExpression id=\"in-%1$s-e\" typeRef=\"%2$s\"><text>%1$s</text></inputExpression></input>"
              .formatted(input.name(), input.domain().typeRef()));
    }
    for (Field output : outputs) {
      text.append(
          "<output id=\"out-%1$s\" name=\"%1$s\" typeRef=\"%2$s\"/>"
              .formatted(output.name(), output.domain().typeRef()));
    }
    int number = 0;
    for (List<String> row : rows) {
      text.append("<rule id=\"r").append(++number).append("\">");
      for (int i = 0; i < row.size(); i++) {
        String kind = i < inputs.size() ? "inputEntry" : "outputEntry";
        text.append(
            "<%1$s id=\"r%2$d-%3$d\"><text>%4$s</text></%1$s>"
                .formatted(kind, number, i, row.get(i).replace("<", "&lt;")));
      }
      text.append("</rule>");
    }
    return text.append("</decisionTable></decision></definitions>").toString().getBytes(UTF_8);
  }

  static Element root(byte[] bytes) {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(bytes))
          .getDocumentElement();
    } catch (java.io.IOException
        | org.xml.sax.SAXException
        | javax.xml.parsers.ParserConfigurationException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
