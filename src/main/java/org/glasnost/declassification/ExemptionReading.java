package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.Optional;
import org.glasnost.declassification.Exemption.Term;
import org.glasnost.declassification.InstructionOutcome.Standing;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/** What a designator that exempts from automatic declassification comes to as an instruction. */
final class ExemptionReading {
  /** What stands on the line of a document with imagery whose end the Director prescribes. */
  static final String IMAGERY_LINE = "25X1, EO 12951";

  private static final int UNDATED_YEARS = 50;

  private ExemptionReading() {}

  static InstructionOutcome of(
      DeclassificationInstruction read,
      @Nullable LocalDate origin,
      ReadingToday.Document document) {
    Exemption first = leading(read);
    boolean undated = read.date() == null && read.event() == null && first.term() == Term.AT_25;
    if (read.underImageryOrder()
        || (undated
            && !first.carriesNoDate()
            && document.contains().contains(SpecialContent.EO_12951_IMAGERY))) {
      return InstructionOutcome.none(
              NoDateReason.DNI_PRESCRIBES,
              OutsideRules.IMAGERY,
              "The imagery stands under E.O. 12951 and bears no date.")
          .withLine(IMAGERY_LINE)
          .waitingFor(NextActor.DNI);
    }
    InstructionOutcome outcome =
        first.carriesNoDate() ? dateless(read, first) : categorised(read, first, origin, document);
    return outcome.withExemptions(read.exemptions());
  }

  /** The designator that leads the line: one without date, else the longest term. */
  static Exemption leading(DeclassificationInstruction read) {
    Exemption best = read.exemptions().get(0);
    for (Exemption e : read.exemptions()) {
      boolean alike = e.carriesNoDate() == best.carriesNoDate();
      if (alike ? e.term().years() > best.term().years() : e.carriesNoDate()) {
        best = e;
      }
    }
    return best;
  }

  private static InstructionOutcome dateless(DeclassificationInstruction read, Exemption first) {
    InstructionOutcome outcome =
        InstructionOutcome.none(
                NoDateReason.EXEMPTION_WITHOUT_DATE,
                InstructionRules.NO_DATE_BY_RULE,
                first.designator() + " carries no date.")
            .withLine(first.designator());
    if (first.term() == Term.AT_25) {
      outcome =
          outcome.with(
              EraRules.HUMAN_CODE_CHANGED
                  .warns("25X1-human is written 50X1-HUM today.")
                  .suggesting("50X1-HUM"));
    }
    LocalDate date = read.date();
    return date == null
        ? outcome
        : outcome.with(
            EraRules.DATE_FORBIDDEN
                .broken("No date may stand beside " + first.designator() + ".")
                .about(DateLine.of(date))
                .suggesting(first.designator()));
  }

  private static InstructionOutcome categorised(
      DeclassificationInstruction read,
      Exemption first,
      @Nullable LocalDate origin,
      ReadingToday.Document document) {
    LocalDate date = read.date();
    if (date != null) {
      return dated(first, date, origin, document);
    }
    if (read.event() != null) {
      return onEvent(read, first, origin, document);
    }
    return switch (first.term()) {
      case AT_25 -> {
        LocalDate from = read.sourceDate() != null ? read.sourceDate() : origin;
        InstructionOutcome reckoned =
            Reckoning.of(
                from,
                document.asOf(),
                InstructionRules.EXEMPT_25_UNDATED,
                UNDATED_YEARS,
                first.designator() + " bears no date");
        LocalDate day = reckoned.day();
        yield day == null ? reckoned : reckoned.withLine(DateLine.of(first, day));
      }
      case AT_50 ->
          InstructionOutcome.none(
                  NoDateReason.EXEMPTION_WITHOUT_DATE,
                  InstructionRules.EXEMPT_50,
                  first.designator() + " stands without a date and lasts up to 75 years.")
              .withLine(first.designator());
      case AT_75 ->
          InstructionOutcome.none(
                  NoDateReason.PERSON_MUST_DECIDE,
                  InstructionRules.EXEMPT_75,
                  "The day that the Panel set is missing.")
              .waitingFor(NextActor.PANEL);
    };
  }

  private static InstructionOutcome onEvent(
      DeclassificationInstruction read,
      Exemption first,
      @Nullable LocalDate origin,
      ReadingToday.Document document) {
    LocalDate occurred = document.eventOccurredOn();
    if (occurred != null && origin != null && occurred.isBefore(origin)) {
      return InstructionOutcome.beforeItsDocument("The event", occurred, origin);
    }
    InstructionOutcome outcome =
        occurred == null
            ? InstructionOutcome.none(
                    NoDateReason.EVENT_PENDING,
                    InstructionRules.EVENT,
                    "The event named has not been reported.")
                .withLine(first.designator() + ", " + read.eventVerbatim())
            : InstructionOutcome.on(
                occurred,
                // Within 25 years it ends what nothing exempts; after that the exemption runs to
                // it.
                origin != null && occurred.isAfter(origin.plusYears(Term.AT_25.years()))
                    ? Standing.EXEMPTED
                    : Standing.WRITTEN,
                InstructionRules.EVENT,
                "The event occurred on " + occurred + ".");
    return approved(outcome, first, document);
  }

  private static InstructionOutcome approved(
      InstructionOutcome outcome, Exemption first, ReadingToday.Document document) {
    return document.panelApproved()
        ? outcome
        : outcome.with(
            SectionRules.NOT_APPROVED.warns(
                "The Panel's approval of " + first.designator() + " is not on record."));
  }

  private static InstructionOutcome dated(
      Exemption first, LocalDate date, @Nullable LocalDate origin, ReadingToday.Document document) {
    DeclassificationRule rule =
        switch (first.term()) {
          case AT_25 -> InstructionRules.EXEMPT_25_DATED;
          case AT_50 -> InstructionRules.EXEMPT_50;
          case AT_75 -> InstructionRules.EXEMPT_75;
        };
    if (origin != null) {
      Optional<InstructionOutcome> refused = refused(first, date, origin, rule);
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    InstructionOutcome outcome =
        InstructionOutcome.on(
                date,
                Standing.EXEMPTED,
                rule,
                "The line exempts to " + date + ", within what the designator allows.")
            .withLine(DateLine.of(first, date));
    return approved(outcome, first, document);
  }

  private static Optional<InstructionOutcome> refused(
      Exemption first, LocalDate date, LocalDate origin, DeclassificationRule rule) {
    LocalDate cap = Ceilings.dateCeiling(first, origin).orElse(LocalDate.MAX);
    if (date.isAfter(cap)) {
      Finding finding =
          rule.broken(
                  "The date "
                      + date
                      + " is later than "
                      + first.designator()
                      + " allows: "
                      + cap
                      + ".")
              .about(DateLine.of(date))
              .suggesting(DateLine.of(cap));
      return Optional.of(
          InstructionOutcome.none(
                  NoDateReason.DATE_TOO_LATE,
                  rule,
                  "The date written, " + date + ", is later than " + cap + ".")
              .with(finding)
              .waitingFor(NextActor.ORIGINAL_CLASSIFICATION_AUTHORITY));
    }
    if (date.isBefore(origin)) {
      return Optional.of(InstructionOutcome.beforeItsDocument("The date", date, origin));
    }
    return Optional.empty();
  }
}
