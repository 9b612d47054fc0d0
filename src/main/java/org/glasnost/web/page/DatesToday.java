package org.glasnost.web.page;

import java.util.List;
import org.glasnost.declassification.Answer;
import org.glasnost.declassification.Effect;
import org.glasnost.rule.Citation;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a record's dates mean today, as pages say it.
 *
 * @param today in one sentence, what the rules have done by today
 * @param declassifyOn the day its instruction comes to, or why there is none
 * @param automatic the day of automatic declassification, or why there is none
 * @param nextActor who must act, or null: nobody before the date
 * @param line what a document derived from it would carry, or null
 * @param explanation sentences, each with the paragraph that gives the date
 * @param warnings what is wrong or worth knowing
 * @param cites what the whole rests on
 */
public record DatesToday(
    String today,
    String declassifyOn,
    String automatic,
    @Nullable String nextActor,
    @Nullable String line,
    List<String> explanation,
    List<String> warnings,
    List<String> cites) {

  /** Copies the lists. */
  public DatesToday {
    explanation = List.copyOf(explanation);
    warnings = List.copyOf(warnings);
    cites = List.copyOf(cites);
  }

  /** Puts an answer of the calculus into words. */
  public static DatesToday of(Answer answer, Names names) {
    return new DatesToday(
        today(answer.effect()),
        words(answer.declassifyOn(), names),
        words(answer.automaticDeclassification(), names),
        answer.nextActor() == null ? null : names.words(answer.nextActor()),
        answer.line(),
        answer.explanation(),
        answer.findings().stream().map(Finding::message).toList(),
        answer.cites().stream().map(Citation::shown).toList());
  }

  private static String words(Answer.Outcome outcome, Names names) {
    return outcome
        .date()
        .map(names::day)
        .orElseGet(() -> outcome.reason() == null ? "" : names.words(outcome.reason()));
  }

  private static String today(Effect effect) {
    return switch (effect) {
      case RUNNING -> "The classification runs on.";
      case ENDED_BY_RULE ->
          "A rule has ended the classification. The record keeps its marking and protection here"
              + " until a declassification authority records the fact.";
      case CONFIRM_WITH_ORIGINATOR ->
          "A calculated date has passed. The originator must confirm it before anybody relies on it.";
      case EXCLUDED -> "This information is outside the order; another authority decides.";
      case NONE -> "No rule has an effect today.";
    };
  }
}
