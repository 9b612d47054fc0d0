package org.glasnost.reading;

import java.time.LocalDate;
import org.glasnost.declassification.InstructionGrammar;
import org.glasnost.declassification.IsmDeclassification;
import org.glasnost.marking.Canonical;
import org.glasnost.marking.Marking;
import org.glasnost.marking.ReUse;
import org.jspecify.annotations.Nullable;

/**
 * What today's form of a marking rests on beside the marking itself and its instruction. The form
 * is computed from it when it is asked for, and not before: most readings are never asked.
 *
 * @param recipients the named list as it stands in the text; may be empty
 * @param date the day of the document, or null
 * @param historic whether it was written in the words of an earlier era
 */
public record TodaysForm(String recipients, @Nullable LocalDate date, boolean historic) {

  /** Today's form of the marking; null where the rules leave it to a person. */
  @Nullable Canonical of(Marking marking, DeclassificationText declassification) {
    String instruction = declassification.instruction();
    Canonical form = ReUse.of(marking, recipients, date, instruction, historic);
    String words = declassification.text();
    if (form == null || words == null || instruction == null) {
      return form;
    }
    return InstructionGrammar.read(words, date)
        .instruction()
        .map(read -> form.with(IsmDeclassification.of(read)))
        .orElse(form);
  }
}
