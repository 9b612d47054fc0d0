package org.glasnost.declassification;

import java.time.LocalDate;
import org.glasnost.declassification.InstructionOutcome.Standing;
import org.jspecify.annotations.Nullable;

/** An extension of the duration, applied to what the instruction comes to. */
final class Extending {
  private static final int YEARS = 25;

  private Extending() {}

  static InstructionOutcome apply(Question question, InstructionOutcome own) {
    Extension extension = question.extension();
    if (extension == null) {
      return own;
    }
    return switch (own.standing()) {
      case WRITTEN, CALCULATED -> extended(question, extension, own);
      case EXEMPTED -> tooFar(own, "an exemption already runs beyond 25 years");
      case NONE ->
          own.reason() == NoDateReason.EVENT_PENDING
              ? extended(question, extension, own)
              : own.with(
                  InstructionRules.EXTENSION_WITHOUT_EFFECT.warns(
                      "There is no date that could be extended."));
    };
  }

  private static InstructionOutcome extended(
      Question question, Extension extension, InstructionOutcome own) {
    LocalDate base = question.baseDate();
    if (base == null) {
      return tooFar(own, "the 25 years cannot be counted without a date of origin");
    }
    LocalDate decided = extension.decidedOn() == null ? question.asOf() : extension.decidedOn();
    LocalDate day = own.day();
    if (day != null && own.standing() == Standing.WRITTEN && !decided.isBefore(day)) {
      return own.with(
          InstructionRules.EXTENDED_TOO_LATE.broken(
              "The extension of " + decided + " came when " + day + " had passed."));
    }
    LocalDate ceiling = base.plusYears(YEARS);
    LocalDate to = extension.to() == null ? ceiling : extension.to();
    if (to.isAfter(ceiling)) {
      return own.with(
          InstructionRules.EXTENDED_TOO_FAR
              .broken(
                  "The extension to " + to + " is beyond 25 years from origin, " + ceiling + ".")
              .suggesting(ceiling.toString()));
    }
    if (!to.isAfter(decided) || (day != null && !to.isAfter(day))) {
      return shorter(own, day, to);
    }
    return InstructionOutcome.written(
            to, InstructionRules.EXTENDED, "Extended on " + decided + " to " + to + ".")
        .withSteps(own.steps())
        .with(own.findings());
  }

  private static InstructionOutcome shorter(
      InstructionOutcome own, @Nullable LocalDate day, LocalDate to) {
    boolean nothingLost = to.equals(day);
    return nothingLost
        ? own.with(
            InstructionRules.EXTENSION_WITHOUT_EFFECT.notes(
                "The extension reaches no further than the date that holds."))
        : own.with(
            InstructionRules.EXTENSION_WITHOUT_EFFECT.broken(
                "The extension to " + to + " does not lengthen classification."));
  }

  private static InstructionOutcome tooFar(InstructionOutcome own, String why) {
    return own.with(
        InstructionRules.EXTENDED_TOO_FAR.broken("The extension is refused: " + why + "."));
  }
}
