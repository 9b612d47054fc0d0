package org.glasnost.declassification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The years that the rules count where an instruction gives no day. */
final class Reckoning {
  private Reckoning() {}

  /**
   * So many years from the date, or from the current date where that is not known. 29 February
   * comes to 28 February; no rule says otherwise.
   */
  static InstructionOutcome of(
      @Nullable LocalDate base, LocalDate asOf, DeclassificationRule rule, int years, String why) {
    if (base == null) {
      LocalDate day = asOf.plusYears(years);
      return InstructionOutcome.calculated(
              day,
              rule,
              why
                  + ", and the date of the document is not known: "
                  + years
                  + " years from the current date, "
                  + asOf
                  + ", come to "
                  + day
                  + ".")
          .saying(
              InstructionRules.CURRENT_DATE.explains("The current date stands in for the date."));
    }
    LocalDate day = base.plusYears(years);
    return InstructionOutcome.calculated(
        day, rule, why + ": " + years + " years from " + base + " come to " + day + ".");
  }
}
