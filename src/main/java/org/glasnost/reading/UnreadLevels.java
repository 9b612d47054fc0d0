package org.glasnost.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.ClassificationLevel;
import org.glasnost.marking.StatedLevel;

/**
 * Levels in brief lines of capitals that nothing accounts for: {@code TREAT AS TOP SECRET} below a
 * marking. Where one asks for more than was read, a person must say whether it holds.
 */
final class UnreadLevels {
  private static final String NAMES = "(TOP\\s{1,3}SECRET|SECRET|CONFIDENTIAL)";

  /** What the words in front say of the paper. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?<![A-Z])(?:AS|IS|ARE|BE|BEEN|WAS|WERE|TO)\\s{1,3}"
              + NAMES
              + "(?![A-Za-z'\u2019-]|\\s{1,3}SERVICE)");

  /** In a column of its own, as in the head of a form: {@code Action SECRET Control: 1234}. */
  private static final Pattern COLUMN =
      Pattern.compile("(?<=\\S)[ \\t]{2,40}" + NAMES + "(?=[ \\t]{2,40}\\S)");

  private static final int MOST_WORDS = 8;
  private static final int LONGEST = 90;

  private UnreadLevels() {}

  /** Tells of such levels, each once, unless a person is asked already. */
  static void tell(Draft draft) {
    StatedLevel stated = draft.statedLevel();
    if (stated == null || draft.isForReview()) {
      return;
    }
    tell(draft, stated, SAID.matcher(draft.text()), true);
    tell(draft, stated, COLUMN.matcher(draft.text()), false);
  }

  private static void tell(Draft draft, StatedLevel stated, Matcher level, boolean brief) {
    while (level.find()) {
      int from = level.start(1);
      if (!draft.isTaken(from, level.end(1))
          && (!brief || isBrief(draft.text(), from))
          && asksForMore(StatedLevel.valueOf(level.group(1).replaceAll("\\s+", "_")), stated)) {
        draft.find(
            ReadingRule.PROSE.of(
                level.group(1), "A level of which the line does not say that it holds."),
            from);
        draft.needReview();
        return;
      }
    }
  }

  private static boolean isBrief(String text, int at) {
    int from = text.lastIndexOf('\n', at) + 1;
    int end = text.indexOf('\n', at);
    int to = end < 0 ? text.length() : end;
    return to - from <= LONGEST
        && !LineSigns.hasLower(text.substring(from, to))
        && Word.in(text, from, to).size() <= MOST_WORDS;
  }

  /** Whether a level asks for more protection than another statement. */
  static boolean asksForMore(StatedLevel level, StatedLevel than) {
    ClassificationLevel one = level.protection().orElse(null);
    ClassificationLevel other = than.protection().orElse(null);
    return one != null && (other == null || !other.dominates(one));
  }
}
