package org.glasnost.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.StatedLevel;

/** {@code (C - ENTIRE TEXT)}: how telegrams marked every paragraph at once. */
final class EntireText {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\d{1,2}\\.?\\s{1,4})?\\(?\\s?(TOP\\s{1,2}SECRET|TS|SECRET|S|CONFIDENTIAL|C"
              + "|LIMITED\\s{1,2}OFFICIAL\\s{1,2}USE|LOU|UNCLASSIFIED|U)\\s{0,3}[-\\u2013\\u2014:]{0,2}"
              + "\\s{0,3}ENTIRE\\s{1,3}(?:TEXT|MESSAGE)\\s?\\.?\\s?\\)?\\s?\\.?");

  private EntireText() {}

  /** Whether a line is one, or begins as one. */
  static boolean stands(String line) {
    return FORM.matcher(Draft.upper(line)).lookingAt();
  }

  /** Reads a line that is one; false where it is none. */
  static boolean read(Draft draft, Sentence line) {
    Matcher form = FORM.matcher(draft.upper()).region(line.from(), line.to());
    if (!form.lookingAt() || draft.isTaken(line.from(), form.end())) {
      return false;
    }
    draft.writtenOfOld();
    draft.level(level(form.group(1).replaceAll("\\s+", " ")));
    draft.span(form.start(1), form.end(1), Span.Meaning.LEVEL);
    draft.take(line.from(), form.end());
    return true;
  }

  private static StatedLevel level(String written) {
    return switch (written) {
      case "TOP SECRET", "TS" -> StatedLevel.TOP_SECRET;
      case "SECRET", "S" -> StatedLevel.SECRET;
      case "CONFIDENTIAL", "C" -> StatedLevel.CONFIDENTIAL;
      case "LIMITED OFFICIAL USE", "LOU" -> StatedLevel.LOU;
      case "UNCLASSIFIED", "U" -> StatedLevel.UNCLASSIFIED;
      default -> throw new IllegalArgumentException("no level: " + written);
    };
  }
}
