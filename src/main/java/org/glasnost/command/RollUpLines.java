package org.glasnost.command;

import java.util.ArrayList;
import java.util.List;
import org.glasnost.contract.Calculators;
import org.glasnost.contract.RollUpRequest;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code marking rollup}: the portion marks up to an empty line give one banner. Where one of them
 * cannot be read as a line there is none: the others alone may ask for less.
 */
final class RollUpLines implements MarkingCommand.Asking {
  private final MarkingOptions options;
  private final RollUpRequest asOption;
  private final JsonMapper json;
  private final Calculators calculators;
  private final AnswerLines answers;
  private final List<String> portions = new ArrayList<>();
  private long first;
  private @Nullable Finding spoiled;

  RollUpLines(
      MarkingOptions options, JsonMapper json, Calculators calculators, AnswerLines answers) {
    this.options = options;
    this.asOption = json.convertValue(options.members(), RollUpRequest.class);
    this.json = json;
    this.calculators = calculators;
    this.answers = answers;
  }

  @Override
  public boolean plain() {
    return options.plain();
  }

  @Override
  public void request(String line) {
    if (isOpen()) {
      spoil("A line among these portions is a request, and the two are not mixed.");
      throw new Refused(
          Refused.Ground.MALFORMED,
          Finding.error(
              "CMD-0003",
              "A request does not stand among portions: part them by an empty line, or say"
                  + " --plain if it is a portion."));
    }
    answers.give(calculators.rollUp(json.readValue(line, RollUpRequest.class)));
  }

  @Override
  public void line(String line, long number) {
    if (line.isBlank()) {
      end();
      return;
    }
    open(number);
    if (portions.size() < Calculators.MOST) {
      portions.add(line);
    } else {
      spoiled = Calculators.tooMany(); // No more of them than that is held.
    }
  }

  @Override
  public void unread(long number) {
    open(number);
    spoil("A line among these portions could not be read, so that they have no banner.");
  }

  @Override
  public void end() {
    if (!isOpen()) {
      return;
    }
    List<String> together = List.copyOf(portions);
    Finding why = spoiled;
    long from = first;
    portions.clear();
    spoiled = null;
    if (why != null) {
      answers.refuse(new Refused(Refused.Ground.RULE, why), from);
      return;
    }
    answers.give(
        calculators.rollUp(
            new RollUpRequest(
                together, asOption.banner(), asOption.documentDate(), asOption.context())));
  }

  private boolean isOpen() {
    return !portions.isEmpty() || spoiled != null;
  }

  private void open(long number) {
    if (!isOpen()) {
      first = number;
    }
  }

  private void spoil(String words) {
    spoiled = Finding.error("CMD-0004", words);
  }
}
