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

  private static final Pattern DOWNGRADED =
      Pattern.compile("(?<![A-Z])DOWNGRADED\\s{1,3}TO[:\\s]{1,4}" + NAMES + "(?![A-Z])");

  private static final Pattern ALONE =
      Pattern.compile(
          "(?m)^[ \\t]*((?:T[a-z0-9]p )?[A-Z0-9][a-z0-9]{1,12}(?:-\\n[a-z]{2,10})?)[ \\t]*$");

  private static final Pattern CAPITALS =
      Pattern.compile("(?m)^[ \\t]*([A-Z]{2,14} [A-Z0-9 ]{6,70}?)[ \\t]*$");

  /** A letter with a figure beside it that is taken for one. */
  private static final Pattern MIXED = Pattern.compile("\\b[A-Z]+[015][A-Z]*\\b");

  private static final int MOST_WORDS = 8;
  private static final int LONGEST = 90;

  private UnreadLevels() {}

  /** Tells of such levels, each once, unless a person is asked already. */
  static void tell(Draft draft) {
    StatedLevel stated = draft.statedLevel();
    if (stated == null || draft.isForReview()) {
      return;
    }
    tellRaised(draft, stated);
    tell(draft, stated, SAID.matcher(draft.text()), true);
    tell(draft, stated, COLUMN.matcher(draft.text()), false);
    if (stated == StatedLevel.NONE) {
      tellAlone(draft);
    } else {
      tellDamaged(draft);
    }
  }

  /** A paper is not downgraded to a level above the one that it bears: one of them is wrong. */
  private static void tellRaised(Draft draft, StatedLevel stated) {
    Matcher lowered = DOWNGRADED.matcher(draft.upper());
    while (stated.protection().isPresent() && lowered.find()) {
      if (asksForMore(Levels.named(lowered.group(1)), stated)) {
        draft.find(
            ReadingRule.STAMP_UNCERTAIN.of(
                draft.text().substring(lowered.start(), lowered.end()),
                "This is a higher level than the paper bears: a person must say which is wrong."),
            lowered.start());
        draft.needReview();
        return;
      }
    }
  }

  /** A level typed in small letters, alone on its line, with a letter damaged or a break in it. */
  private static void tellAlone(Draft draft) {
    Matcher alone = ALONE.matcher(draft.text());
    while (alone.find()) {
      String letters = Draft.upper(alone.group(1)).replaceAll("[^A-Z0-9]", "");
      if (!draft.isTaken(alone.start(1), alone.end(1)) && Resemblance.isNear(letters)) {
        draft.find(
            ReadingRule.UNREADABLE.of(
                alone.group(1), "'" + alone.group(1) + "' resembles a level: a person must say."),
            alone.start(1));
        draft.openLevel();
        draft.doubt(0.5);
        return;
      }
    }
  }

  /** A line of capitals below a level with figures among the letters of several words. */
  private static void tellDamaged(Draft draft) {
    Matcher line = CAPITALS.matcher(draft.text());
    while (line.find()) {
      if (!draft.isTaken(line.start(1), line.end(1))
          && MIXED.matcher(line.group(1)).results().limit(2).count() == 2) {
        draft.find(
            ReadingRule.UNREADABLE.of(
                line.group(1), "'" + line.group(1) + "' is damaged; it may be a caption."),
            line.start(1));
        draft.needReview();
        return;
      }
    }
  }

  private static void tell(Draft draft, StatedLevel stated, Matcher level, boolean brief) {
    while (level.find()) {
      int from = level.start(1);
      if (!draft.isTaken(from, level.end(1))
          && (!brief || isBrief(draft.text(), from))
          && asksForMore(Levels.named(level.group(1)), stated)) {
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
