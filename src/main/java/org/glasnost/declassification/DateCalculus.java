package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glasnost.declassification.Answer.Outcome;
import org.glasnost.declassification.InstructionOutcome.Standing;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * When classification ends: the day of the instruction, the day of automatic declassification, what
 * the rules have done by the day of the question, and who must act. Pure and total; computing
 * changes nothing. Safe for any number of threads; reads no file and no clock.
 *
 * <p>Source: E.O. 13526 and 32 CFR part 2001 as they stand; for {@link Frame#AS_ISSUED} and {@link
 * Purpose#DECIDE} the order of the day. The rules are listed in {@link DeclassificationRules}. It
 * does not say whether information still meets the standards of classification: people do.
 */
public final class DateCalculus {
  private final Question question;

  private DateCalculus(Question question) {
    this.question = question;
  }

  /**
   * The answer to a question. Never throws; a question that contradicts itself is answered with the
   * findings of {@link Contradictions} and no date.
   */
  public static Answer compute(Question question) {
    return new DateCalculus(question).answer();
  }

  private Answer answer() {
    List<Finding> contradictions = Contradictions.in(question);
    if (!contradictions.isEmpty()) {
      return both(
          InstructionOutcome.none(
                  NoDateReason.PERSON_MUST_DECIDE,
                  QuestionRules.CONTRADICTION,
                  "The question contradicts itself.")
              .with(contradictions),
          Effect.NONE,
          null);
    }
    if (question.level() == StatedLevel.UNCLASSIFIED || question.level() == StatedLevel.LOU) {
      return both(
          InstructionOutcome.none(
              NoDateReason.NOT_CLASSIFIED,
              OutsideRules.NOT_CLASSIFIED,
              "What is not classified has no date of declassification."),
          Effect.NONE,
          order());
    }
    InstructionOutcome own = outsideTheOrder().orElseGet(this::own);
    if (own.reason() == NoDateReason.RESTRICTED_DATA) {
      return both(own.waitingFor(NextActor.DOE), Effect.EXCLUDED, GoverningOrder.ATOMIC_ENERGY_ACT);
    }
    if (own.reason() == NoDateReason.NATO) {
      return both(own.waitingFor(NextActor.NATO), Effect.EXCLUDED, order());
    }
    if (own.reason() == NoDateReason.DNI_PRESCRIBES) {
      return both(own, Effect.RUNNING, order());
    }
    return answer(own, AutomaticDeclassification.of(question, own));
  }

  private Optional<InstructionOutcome> outsideTheOrder() {
    Set<SpecialContent> contents = EnumSet.noneOf(SpecialContent.class);
    contents.addAll(question.contains());
    contents.remove(SpecialContent.FGI);
    contents.remove(SpecialContent.EO_12951_IMAGERY);
    if (contents.isEmpty() || question.purpose() == Purpose.DERIVE) {
      return Optional.empty();
    }
    boolean energy = contents.stream().anyMatch(SpecialContent::underAtomicEnergyAct);
    return Optional.of(
        InstructionOutcome.none(
                energy ? NoDateReason.RESTRICTED_DATA : NoDateReason.NATO,
                energy ? OutsideRules.RESTRICTED_DATA : OutsideRules.NATO,
                energy
                    ? "Only Energy takes the designation away; no order gives a date."
                    : "NATO information is not declassified without NATO.")
            .withLine(asIssued() ? null : DateLine.notApplicable(contents)));
  }

  private InstructionOutcome own() {
    return switch (question.purpose()) {
      case READ ->
          switch (question.frame()) {
            case TODAY -> Extending.apply(question, ReadingToday.of(question.asDocument()));
            case AS_ISSUED -> AsIssued.of(question);
          };
      case DECIDE -> Deciding.of(question);
      case DERIVE -> Deriving.of(question);
    };
  }

  private boolean asIssued() {
    return question.purpose() == Purpose.READ && question.frame() == Frame.AS_ISSUED;
  }

  private @Nullable GoverningOrder order() {
    Set<SpecialContent> contents = question.contains();
    if (contents.stream().anyMatch(SpecialContent::underAtomicEnergyAct)) {
      return GoverningOrder.ATOMIC_ENERGY_ACT;
    }
    return switch (question.purpose()) {
      case READ -> asIssued() ? AsIssued.order(question) : GoverningOrder.EO_13526;
      case DECIDE -> {
        LocalDate decided = question.dateOfDecision();
        yield decided == null ? null : GoverningOrder.on(decided);
      }
      case DERIVE -> GoverningOrder.EO_13526;
    };
  }

  /** The same reason for both dates. */
  private Answer both(InstructionOutcome own, Effect effect, @Nullable GoverningOrder order) {
    NoDateReason reason = own.reason();
    if (reason == null) {
      throw new IllegalArgumentException("a reason is needed");
    }
    String line = own.line();
    if (line == null && effect == Effect.EXCLUDED && !asIssued()) {
      line =
          DateLine.notApplicable(
              Set.of(reason == NoDateReason.NATO ? SpecialContent.NATO : SpecialContent.RD));
    }
    return new Answer(
        Outcome.none(reason),
        Outcome.none(reason),
        effect,
        line,
        List.of(),
        order,
        own.rule().id(),
        own.rule().cites(),
        own.waitsFor(),
        own.explanation(),
        own.findings());
  }

  private Answer answer(InstructionOutcome own, AutomaticDeclassification automatic) {
    LocalDate day = own.day();
    NoDateReason reason = own.reason();
    Outcome declassifyOn =
        day != null
            ? Outcome.on(day)
            : Outcome.none(reason == null ? NoDateReason.PERSON_MUST_DECIDE : reason);
    boolean ownEnds =
        own.standing() == Standing.WRITTEN
            // Approved or not: where section 3.3 gives no day, nothing outlasts the date written.
            || (own.standing() == Standing.EXEMPTED && automatic.outcome().day() == null);
    Effect effect = effect(own, ownEnds, automatic.outcome());
    List<String> explanation = new ArrayList<>(own.explanation());
    explanation.addAll(automatic.explanation());
    List<Finding> findings = new ArrayList<>(own.findings());
    automatic.findings().stream().filter(f -> !findings.contains(f)).forEach(findings::add);
    return new Answer(
        declassifyOn,
        automatic.outcome(),
        effect,
        asIssued() ? null : own.line(),
        schedule(own, ownEnds, automatic.outcome()),
        order(),
        own.rule().id(),
        own.rule().cites(),
        nextActor(effect, own, automatic),
        explanation,
        findings);
  }

  private boolean passed(@Nullable LocalDate day) {
    return day != null && !day.isAfter(question.asOf());
  }

  private Effect effect(InstructionOutcome own, boolean ownEnds, Outcome automatic) {
    if (passed(automatic.day()) || (ownEnds && passed(own.day()))) {
      return Effect.ENDED_BY_RULE;
    }
    if (own.standing() == Standing.CALCULATED && passed(own.day())) {
      return Effect.CONFIRM_WITH_ORIGINATOR;
    }
    if (own.day() != null || automatic.day() != null) {
      return Effect.RUNNING;
    }
    NoDateReason reason = own.reason();
    return reason != null && runsOn(reason) ? Effect.RUNNING : Effect.NONE;
  }

  /** Whether a valid instruction keeps classification running although it gives no day. */
  private static boolean runsOn(NoDateReason reason) {
    return switch (reason) {
      case EXEMPTION_WITHOUT_DATE,
          REVIEW_DATE_ONLY,
          ORIGINATOR_MUST_DECIDE,
          EXCLUDED_FROM_SCHEDULE,
          EVENT_PENDING,
          DNI_PRESCRIBES ->
          true;
      case NOT_CLASSIFIED,
          RESTRICTED_DATA,
          NATO,
          OUTSIDE_FRAME,
          NOT_PERMANENT,
          NOT_SCHEDULED,
          PERMANENCE_UNKNOWN,
          FILE_SERIES_EXEMPT,
          REFERRAL_PENDING,
          DATE_TOO_LATE,
          INVALID_INSTRUCTION,
          NO_BASE_DATE,
          PERSON_MUST_DECIDE ->
          false;
    };
  }

  private @Nullable NextActor nextActor(
      Effect effect, InstructionOutcome own, AutomaticDeclassification automatic) {
    NextActor waits = automatic.waitsFor();
    boolean dated = own.day() != null || automatic.outcome().day() != null;
    return switch (effect) {
      case ENDED_BY_RULE -> NextActor.DECLASSIFICATION_AUTHORITY;
      case CONFIRM_WITH_ORIGINATOR -> waits != null ? waits : NextActor.ORIGINATING_AGENCY;
      case EXCLUDED -> own.waitsFor();
      case RUNNING, NONE ->
          waits != null && effect == Effect.RUNNING
              ? waits
              : own.waitsFor() != null
                  ? own.waitsFor()
                  : waits != null
                      ? waits
                      : dated || nothingToClearUp(own) ? null : whoClearsUp(automatic.outcome());
    };
  }

  /** An event needs nobody before it occurs; a new decision is not yet anybody's record. */
  private boolean nothingToClearUp(InstructionOutcome own) {
    return own.reason() == NoDateReason.EVENT_PENDING || question.purpose() == Purpose.DECIDE;
  }

  /** Where neither date stands, what the records are must be settled first. */
  private static NextActor whoClearsUp(Outcome automatic) {
    if (automatic.reason() == NoDateReason.NOT_SCHEDULED
        || automatic.reason() == NoDateReason.PERMANENCE_UNKNOWN) {
      return NextActor.RECORDS_MANAGER;
    }
    return NextActor.ORIGINATING_AGENCY;
  }

  private static List<Downgrading> schedule(
      InstructionOutcome own, boolean ownEnds, Outcome automatic) {
    LocalDate end = automatic.day();
    if (end == null && ownEnds) {
      end = own.day();
    }
    List<Downgrading> schedule = new ArrayList<>();
    for (Downgrading step : own.steps()) {
      if (end == null || step.on().isBefore(end)) {
        schedule.add(step);
      }
    }
    if (end != null) {
      schedule.add(new Downgrading(end, ClassificationLevel.UNCLASSIFIED));
    }
    return schedule;
  }
}
