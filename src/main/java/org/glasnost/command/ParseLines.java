package org.glasnost.command;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import org.glasnost.contract.Calculators;
import org.glasnost.contract.LineRequest;
import org.glasnost.contract.ParseRequest;
import org.glasnost.reading.LineKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code marking parse}: each line a marking to read. */
final class ParseLines implements MarkingCommand.Asking {
  private final MarkingOptions options;
  private final LineRequest asOption;
  private final JsonMapper json;
  private final Calculators calculators;
  private final AnswerLines answers;

  ParseLines(
      MarkingOptions options, JsonMapper json, Calculators calculators, AnswerLines answers) {
    this.options = options;
    this.asOption = json.convertValue(options.members(), LineRequest.class);
    this.json = json;
    this.calculators = calculators;
    this.answers = answers;
  }

  /** A whole request, or one of its lines. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Asked(
      @JsonSetter(contentNulls = Nulls.SET) @Nullable List<@Nullable LineRequest> lines,
      @Nullable String text,
      @Nullable LineKind kind,
      @Nullable LocalDate documentDate) {}

  @Override
  public boolean plain() {
    return options.plain();
  }

  @Override
  public void request(String line) {
    Asked asked = json.readValue(line, Asked.class);
    if (asked.lines() == null && asked.text() != null) {
      answers.give(
          calculators.parse(new LineRequest(asked.text(), asked.kind(), asked.documentDate())));
    } else {
      answers.give(calculators.parse(new ParseRequest(asked.lines())));
    }
  }

  @Override
  public void line(String line, long number) {
    answers.give(
        calculators.parse(new LineRequest(line, asOption.kind(), asOption.documentDate())));
  }

  @Override
  public void unread(long number) {}

  @Override
  public void end() {}
}
