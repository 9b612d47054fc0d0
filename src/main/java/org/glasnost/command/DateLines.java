package org.glasnost.command;

import java.util.Set;
import org.glasnost.contract.Calculators;
import org.glasnost.contract.DeclassificationQuestion;
import tools.jackson.databind.json.JsonMapper;

/** {@code marking date}: each line a declassification instruction. */
final class DateLines implements MarkingCommand.Asking {
  /** Members that may be given as options and are texts, dates or one of several words. */
  static final Set<String> TEXTS =
      Set.of(
          "purpose",
          "frame",
          "asOf",
          "originDate",
          "decisionDate",
          "eventOccurredOn",
          "level",
          "agency");

  /** Members that may be given as options and are true or false. */
  static final Set<String> FLAGS =
      Set.of("permanent", "humanSource", "wmdDesign", "exemptionApproved");

  private static final String INSTRUCTION = "declassifyOn";

  private final MarkingOptions options;
  private final JsonMapper json;
  private final Calculators calculators;
  private final AnswerLines answers;

  DateLines(MarkingOptions options, JsonMapper json, Calculators calculators, AnswerLines answers) {
    this.options = options;
    this.json = json;
    this.calculators = calculators;
    this.answers = answers;
    question(""); // Tells a wrong option before any line is read.
  }

  @Override
  public boolean plain() {
    return options.plain();
  }

  @Override
  public void request(String line) {
    answers.give(calculators.compute(json.readValue(line, DeclassificationQuestion.class)));
  }

  @Override
  public void line(String line, long number) {
    answers.give(calculators.compute(question(line)));
  }

  @Override
  public void unread(long number) {}

  @Override
  public void end() {}

  private DeclassificationQuestion question(String instruction) {
    return json.convertValue(options.and(INSTRUCTION, instruction), DeclassificationQuestion.class);
  }
}
