package org.glasnost.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.glasnost.declassification.AuthorityFields;
import org.glasnost.declassification.DeclassificationInstruction;
import org.glasnost.declassification.InstructionGrammar;
import org.glasnost.declassification.InstructionReading;

/**
 * Where in an authority block the instruction stands.
 *
 * @param from index of its first character
 * @param to index after its last
 * @param words what stands there
 */
record InstructionPlace(int from, int to, String words) {

  /** The least stretch between the other fields that says the same, else the whole text. */
  static InstructionPlace of(Draft draft, InstructionReading whole) {
    String text = draft.text();
    int at = 0;
    List<InstructionPlace> between = new ArrayList<>();
    for (AuthorityFields.Field field : AuthorityFields.in(draft.upper())) {
      between.add(stretch(text, at, field.from()));
      at = field.to();
    }
    between.add(stretch(text, at, text.length()));
    return between.stream()
        .filter(
            f ->
                f.from() < f.to()
                    && isSame(whole, InstructionGrammar.read(f.words(), draft.date())))
        .findFirst()
        .orElse(stretch(text, 0, text.length()));
  }

  /** Whether two readings come to the same instruction with the same days. */
  static boolean isSame(InstructionReading one, InstructionReading other) {
    return one.kind() == other.kind() && days(one).equals(days(other));
  }

  private static List<LocalDate> days(InstructionReading reading) {
    DeclassificationInstruction read = reading.read();
    List<LocalDate> days = new ArrayList<>();
    if (read != null && read.date() != null) {
      days.add(read.date());
    }
    if (read != null && read.sourceDate() != null) {
      days.add(read.sourceDate());
    }
    return days;
  }

  private static InstructionPlace stretch(String text, int from, int to) {
    int first = from;
    int last = to;
    while (first < last && " \t\r\n,;".indexOf(text.charAt(first)) >= 0) {
      first++;
    }
    while (first < last && " \t\r\n,;".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return new InstructionPlace(first, last, text.substring(first, last));
  }
}
