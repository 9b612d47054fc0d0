package org.glasnost.web.markings;

import java.util.ArrayList;
import java.util.List;
import org.glasnost.declassification.Answer;
import org.glasnost.declassification.NoDateReason;
import org.glasnost.rule.Citation;
import org.glasnost.web.page.DatesToday;
import org.glasnost.web.page.Names;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the date calculus, laid out.
 *
 * @param effect what the rules have done by the day of the question, in a sentence
 * @param declassifyOn the day of the instruction, or why there is none
 * @param automatic the day of automatic declassification, or why there is none
 * @param nextActor who must act, or null
 * @param line the exact text of a "Declassify On" line, or null
 * @param order the order that governs, or null
 * @param rule the rule that decided
 * @param schedule what happens by itself, oldest first
 * @param explanation step by step
 * @param findings what is wrong or worth knowing
 * @param cites what it rests on
 */
record DatesShown(
    String effect,
    Day declassifyOn,
    Day automatic,
    @Nullable String nextActor,
    @Nullable String line,
    @Nullable String order,
    String rule,
    List<Step> schedule,
    List<String> explanation,
    List<FindingShown> findings,
    List<String> cites) {

  DatesShown {
    schedule = List.copyOf(schedule);
    explanation = List.copyOf(explanation);
    findings = List.copyOf(findings);
    cites = List.copyOf(cites);
  }

  /**
   * A day, or why there is none.
   *
   * @param words the day in words, or null
   * @param because why there is none, or null
   */
  record Day(@Nullable String words, @Nullable String because) {}

  /** A step of the schedule. */
  record Step(String on, String level) {}

  /** Lays an answer out. */
  static DatesShown of(Answer answer, Names names) {
    List<FindingShown> findings = new ArrayList<>();
    answer.findings().forEach(f -> findings.add(FindingShown.ofWhole(f, findings.size() + 1)));
    return new DatesShown(
        DatesToday.of(answer, names).today(),
        day(answer.declassifyOn(), names),
        day(answer.automaticDeclassification(), names),
        answer.nextActor() == null ? null : names.words(answer.nextActor()),
        answer.line() == null ? null : Signs.visible(answer.line()),
        answer.governingOrder() == null ? null : answer.governingOrder().title(),
        answer.rule().value(),
        answer.schedule().stream()
            .map(step -> new Step(names.day(step.on()), step.level().banner()))
            .toList(),
        answer.explanation().stream().map(Signs::visible).toList(),
        findings,
        answer.cites().stream().map(Citation::shown).toList());
  }

  private static Day day(Answer.Outcome outcome, Names names) {
    NoDateReason reason = outcome.reason();
    return new Day(
        outcome.date().map(names::day).orElse(null), reason == null ? null : because(reason));
  }

  private static String because(NoDateReason reason) {
    return switch (reason) {
      case NOT_CLASSIFIED -> "What is not classified is not declassified.";
      case RESTRICTED_DATA ->
          "Restricted Data, Formerly Restricted Data and TFNI: only Energy takes that away.";
      case NATO -> "NATO information is not declassified without NATO.";
      case DNI_PRESCRIBES ->
          "Imagery under E.O. 12951: the Director of National Intelligence prescribes date or event.";
      case OUTSIDE_FRAME -> "As issued, an instruction does not ask for it.";
      case NOT_PERMANENT -> "A temporary or non-record is not declassified automatically.";
      case NOT_SCHEDULED -> "NARA has not scheduled the records.";
      case PERMANENCE_UNKNOWN -> "Whether the record is permanent is not known.";
      case FILE_SERIES_EXEMPT ->
          "An exempt file series: its date stands in the Panel\u2019s decision.";
      case REFERRAL_PENDING -> "The clock of the referral has not started.";
      case DATE_TOO_LATE -> "The date written is later than the rules allow.";
      case INVALID_INSTRUCTION ->
          "The instruction may not be used, or cannot be read, and no rule calculates a date in its"
              + " place.";
      case EXEMPTION_WITHOUT_DATE -> "This designator carries no date by rule.";
      case REVIEW_DATE_ONLY -> "The date written is one for review.";
      case ORIGINATOR_MUST_DECIDE -> "The instruction leaves it to the originating agency.";
      case EXCLUDED_FROM_SCHEDULE ->
          "Its own order exempts or excludes it from automatic declassification.";
      case EVENT_PENDING -> "The event has not been reported.";
      case NO_BASE_DATE ->
          "Neither origin nor original classification is dated, and no rule counts from today.";
      case PERSON_MUST_DECIDE -> "The rules leave it to a person.";
    };
  }
}
