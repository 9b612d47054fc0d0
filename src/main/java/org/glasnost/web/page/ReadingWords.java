package org.glasnost.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.glasnost.marking.StatedLevel;
import org.glasnost.reading.Reading;
import org.glasnost.reading.Stamp;

/** What a reading says, in short statements. */
public final class ReadingWords {

  private ReadingWords() {}

  /** Its level, controls, recipients, instruction, stamps and numbers, as far as there are any. */
  public static List<String> meaning(Reading reading) {
    List<String> meaning = new ArrayList<>();
    StatedLevel level = reading.level();
    if (level == null) {
      meaning.add("Level: for a person to say");
    } else if (level != StatedLevel.NONE) {
      meaning.add("Level: " + level.name().replace('_', ' '));
    }
    list(meaning, "Controls: ", reading.controls());
    list(meaning, "Recipients: ", reading.recipients());
    list(meaning, "Code words: ", reading.marking().codewords());
    String instruction = reading.declassification().instruction();
    if (instruction != null) {
      meaning.add("Declassification: " + instruction);
    }
    for (Stamp stamp : reading.stamps()) {
      meaning.add(
          "Stamp: "
              + stamp.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + (stamp.on() == null ? "" : ", " + stamp.on()));
    }
    list(meaning, "Case: ", reading.caseNumbers());
    return meaning;
  }

  private static void list(List<String> meaning, String head, List<String> words) {
    if (!words.isEmpty()) {
      meaning.add(head + String.join(", ", words).replace('_', ' '));
    }
  }
}
