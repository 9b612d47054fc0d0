package org.glasnost.declassification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads declassification instructions in the spelling of any order. */
public final class InstructionGrammar {
  private InstructionGrammar() {}

  /**
   * Reads one instruction.
   *
   * @param verbatim the words, or null
   * @param documentDate the date of the document that bears them, or null; decides the century of a
   *     two-digit year
   */
  public static InstructionReading read(
      @Nullable String verbatim, @Nullable LocalDate documentDate) {
    return new InstructionReading(InstructionReading.Outcome.MISSING, null, List.of());
  }
}
