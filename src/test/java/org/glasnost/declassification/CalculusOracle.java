package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.Choices;
import org.glasnost.reading.FuzzTexts;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Place;
import org.jspecify.annotations.Nullable;

/** What must hold of the answer to any question whatever, and of any instruction. */
public final class CalculusOracle {
  private static final List<String> DESIGNATORS =
      List.of("25X1", "25X6", "25X9", "50X1", "50X6", "75X2", "50X1-HUM", "50X2-WMD", "25X1-human");

  private CalculusOracle() {}

  /** A question put together from choices. */
  public static Question question(Choices choices) {
    Purpose purpose = choices.of(List.of(Purpose.values()));
    LocalDate asOf = choices.onceIn(4) ? FuzzTexts.day(choices) : null;
    QuestionBuilder question =
        Question.of(purpose, asOf == null ? LocalDate.of(2026, 1, 1) : asOf)
            .frame(choices.of(List.of(Frame.values())))
            .originDate(FuzzTexts.day(choices))
            .level(choices.onceIn(8) ? null : choices.of(List.of(StatedLevel.values())))
            .declassifyOn(choices.onceIn(8) ? null : FuzzTexts.instruction(choices))
            .permanent(choices.onceIn(3) ? null : choices.onceIn(2));
    if (choices.onceIn(3)) {
      question.decisionDate(FuzzTexts.day(choices));
    }
    if (choices.onceIn(4)) {
      question.contains(contents(choices));
    }
    if (purpose == Purpose.DERIVE || choices.onceIn(16)) {
      List<Source> sources = new ArrayList<>();
      for (int i = choices.below(5); i > 0; i--) {
        String words = choices.onceIn(6) ? null : FuzzTexts.instruction(choices);
        Set<SpecialContent> contents = choices.onceIn(6) ? contents(choices) : Set.of();
        sources.add(new Source(FuzzTexts.day(choices), words, contents));
      }
      question.sources(sources);
    }
    if (choices.onceIn(4)) {
      question.exemptions(exemptions(choices)).exemptionApproved(choices.onceIn(2));
    }
    if (choices.onceIn(6)) {
      question.extension(new Extension(FuzzTexts.day(choices), FuzzTexts.day(choices)));
    }
    if (choices.onceIn(8)) {
      question.eventOccurredOn(FuzzTexts.day(choices));
    }
    if (choices.onceIn(4)) {
      question.unscheduled(choices.onceIn(4)).scheduledOn(FuzzTexts.day(choices));
    }
    if (choices.onceIn(4)) {
      question.fileBlockOldest(FuzzTexts.day(choices)).fileBlockNewest(FuzzTexts.day(choices));
    }
    if (choices.onceIn(6)) {
      Referral.Course by = choices.onceIn(4) ? null : choices.of(List.of(Referral.Course.values()));
      question.referral(new Referral("Navy", by, FuzzTexts.day(choices)));
    }
    return question
        .humanSource(choices.onceIn(8))
        .wmdDesign(choices.onceIn(8))
        .specialMedia(choices.onceIn(8))
        .fileSeriesExemption(choices.onceIn(8))
        .newlyDiscoveredOn(choices.onceIn(8) ? FuzzTexts.day(choices) : null)
        .agency(choices.onceIn(2) ? "State" : null)
        .build();
  }

  /**
   * Computes an answer and looks at it.
   *
   * @throws AssertionError if something does not hold
   */
  public static void check(Question question) {
    Answer answer = DateCalculus.compute(question);
    holds(answer.equals(DateCalculus.compute(question)), "twice the same");
    holds(!answer.explanation().isEmpty(), "an answer explains itself");
    holds(!answer.cites().isEmpty() || !answer.findings().isEmpty(), "an answer cites");
    outcome(answer.declassifyOn());
    outcome(answer.automaticDeclassification());
    LocalDate before = LocalDate.MIN;
    for (Downgrading step : answer.schedule()) {
      holds(!step.on().isBefore(before), "the schedule is in order: " + answer.schedule());
      before = step.on();
    }
    boolean asIssued = question.purpose() == Purpose.READ && question.frame() == Frame.AS_ISSUED;
    holds(!asIssued || answer.line() == null, "as issued, no line of today is written");
    String line = answer.line();
    if (line != null) {
      line(line, answer);
    }
    LocalDate day = answer.declassifyOn().day();
    if (answer.effect() == Effect.ENDED_BY_RULE) {
      holds(
          isPast(day, question) || isPast(answer.automaticDeclassification().day(), question),
          "what has ended by rule has a day that has passed: " + answer);
    }
  }

  /**
   * Reads an instruction and looks at it.
   *
   * @throws AssertionError if something does not hold
   */
  public static void checkInstruction(String text, @Nullable LocalDate day) {
    InstructionReading reading = InstructionGrammar.read(text, day);
    holds(reading.equals(InstructionGrammar.read(text, day)), "read twice, read the same");
    int length = text.codePointCount(0, text.length());
    for (Finding finding : reading.findings()) {
      Place place = finding.at();
      if (place != null && place.position() != null) {
        int at = place.position();
        holds(at >= 0 && at <= length, "findings lie in the text: " + finding);
      }
    }
    holds(
        !text.isBlank() || reading.outcome() == InstructionReading.Outcome.MISSING,
        "no words, no instruction");
  }

  /** What is written on a line reads back as an instruction of the same day. */
  private static void line(String line, Answer answer) {
    holds(!line.isBlank() && line.equals(line.strip()), "a line has words");
    InstructionReading reading = InstructionGrammar.read(line, null);
    holds(
        reading.outcome() == InstructionReading.Outcome.READ
            || reading.outcome() == InstructionReading.Outcome.NOT_APPLICABLE
            || answer.declassifyOn().day() == null,
        "the line can be read: " + line + " " + reading);
    if (line.matches("\\d{8}")) {
      Optional<LocalDate> written = reading.instruction().map(DeclassificationInstruction::date);
      holds(
          written.equals(answer.declassifyOn().date()),
          "the line bears the day: " + line + " " + answer.declassifyOn());
    }
  }

  private static void outcome(Answer.Outcome outcome) {
    holds((outcome.day() == null) == (outcome.reason() != null), "a day, or why there is none");
  }

  private static boolean isPast(@Nullable LocalDate day, Question question) {
    return day != null && !day.isAfter(question.asOf());
  }

  private static Set<SpecialContent> contents(Choices choices) {
    Set<SpecialContent> contents = EnumSet.noneOf(SpecialContent.class);
    for (int i = 1 + choices.below(2); i > 0; i--) {
      contents.add(choices.of(List.of(SpecialContent.values())));
    }
    return contents;
  }

  private static List<Exemption> exemptions(Choices choices) {
    List<Exemption> exemptions = new ArrayList<>();
    for (int i = choices.below(3); i > 0; i--) {
      Exemption.parse(choices.of(DESIGNATORS)).ifPresent(exemptions::add);
    }
    return exemptions;
  }

  private static void holds(boolean condition, String law) {
    if (!condition) {
      throw new AssertionError("does not hold: " + law);
    }
  }
}
