package org.glasnost.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.StatedLevel;

/**
 * TOP that a line break, a blank line or a damaged letter parts from its SECRET. Read by itself the
 * second word would be a lower level, so it is never believed while the first stands nearby: what
 * is plain is TOP SECRET, all else leaves the level to a person.
 */
final class BrokenLevel {
  private static final int FAR = 6;
  private static final int MOST = 400;

  /** TOP, perhaps spaced or damaged, or two of its three letters. */
  private static final String TOP =
      "(?:[T7I1|][ \\t.-]{0,3}[O0DQCU][ \\t.-]{0,3}[PRFBD]|TO|OP|T0|0P|TP)";

  private static final Pattern ALONE =
      Pattern.compile("[^A-Z0-9]{0,20}(" + TOP + ")(?:[^A-Z0-9]|1){0,20}");
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<![A-Z0-9|])(" + TOP + ")((?:[^A-Z0-9|]|(?<![A-Z0-9])\\|(?![A-Z0-9])){0,120})\\z");

  /** One to four letters on the same line, right before spaced ones. */
  private static final Pattern SCRAP =
      Pattern.compile("(?<![A-Z0-9|])[A-Z0-9|]{1,4}[^A-Z0-9|\n]{0,20}\\z");

  private static final Pattern LAST =
      Pattern.compile(".*(?<![A-Z0-9|])T[ .-]{0,3}O[ .-]{0,3}P[^A-Z0-9|]{0,20}");

  private static final Pattern SPACED = Pattern.compile("\\S(?:[\\s.-]{1,5}\\S)+");

  private BrokenLevel() {}

  /** Raises a level that stands behind TOP, or leaves it open. */
  static void check(Draft draft) {
    joined(draft);
    int lone = draft.levels().loneTop();
    if (lone >= 0) {
      open(draft, "TOP", lone);
    }
  }

  private static void joined(Draft draft) {
    if (!draft.states(StatedLevel.SECRET) || draft.states(StatedLevel.TOP_SECRET)) {
      return;
    }
    boolean oneLine = draft.upper().indexOf('\n') < 0;
    for (Span span : draft.spans()) {
      if (oneLine && span.from() == 0) {
        // Nothing stands in front of it, and nothing above.
        continue;
      }
      if (span.meaning() == Span.Meaning.LEVEL
          && isSecret(RunningLines.letters(Draft.upper(span.text())))) {
        int from = draft.index(span.from());
        if (before(draft, from, draft.index(span.to())) || nearby(draft, from)) {
          return;
        }
      }
    }
  }

  private static boolean before(Draft draft, int from, int to) {
    if (from == 0) {
      return false;
    }
    if (isSpaced(draft.text().substring(from, to))) {
      Matcher scrap = SCRAP.matcher(draft.upper()).region(Math.max(0, from - MOST), from);
      if (scrap.find() && !RunningLines.letters(scrap.group()).endsWith("TOP")) {
        open(draft, draft.text().substring(scrap.start(), to), scrap.start());
        return true;
      }
    }
    Matcher top =
        BEFORE
            .matcher(draft.upper())
            .region(Math.max(0, from - MOST), from)
            .useTransparentBounds(true);
    if (!top.find()) {
      return false;
    }
    boolean title = isTitle(draft.text(), top.start(1), top.end(1), from);
    if (!title
        && draft
            .text()
            .substring(top.start(1), top.end(1))
            .chars()
            .anyMatch(Character::isLowerCase)) {
      return false;
    }
    boolean plain = RunningLines.letters(top.group(1)).equals("TOP");
    boolean own = title || startsLine(draft.upper(), top.start(1));
    if (!plain && !(own && top.group(2).indexOf('\n') >= 0)) {
      return false;
    }
    String written = draft.text().substring(top.start(1), to);
    if (plain && own && top.group(2).indexOf('|') < 0) {
      draft.raise(StatedLevel.SECRET, StatedLevel.TOP_SECRET, top.start(1), from);
      if (top.group(2).chars().filter(c -> c == '\n').count() > 1
          || !top.group(2).matches("[\\s-]*")) {
        draft.find(
            ReadingRule.BROKEN
                .of(written, "TOP stands apart from SECRET; a person must confirm TOP SECRET.")
                .suggesting("TOP SECRET"),
            top.start(1));
        draft.doubt(0.8);
        draft.needReview();
      }
    } else {
      open(draft, written, top.start(1));
    }
    return true;
  }

  /** {@code Top. Secret}: a sentence of one word, in front of the level. */
  private static boolean isTitle(String text, int from, int to, int level) {
    int before = from - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    return text.substring(from, to).equals("Top")
        && text.startsWith("Secret", level)
        && (before < 0 || ".;(\n".indexOf(text.charAt(before)) >= 0);
  }

  /** A line that is TOP alone, with others between it and SECRET: above, or right below. */
  private static boolean nearby(Draft draft, int from) {
    if (draft.upper().indexOf('\n') < 0) {
      return false;
    }
    List<Piece> lines = RunningLines.lines(draft.upper());
    int at = 0;
    while (at + 1 < lines.size() && lines.get(at + 1).from() <= from) {
      at++;
    }
    for (int i = Math.max(0, at - FAR); i < Math.min(lines.size(), at + 2); i++) {
      Matcher alone = ALONE.matcher(lines.get(i).text());
      if (i != at && alone.matches() && RunningLines.letters(alone.group(1)).equals("TOP")) {
        open(
            draft,
            draft.text().substring(lines.get(i).from(), lines.get(i).to()),
            lines.get(i).from());
        return true;
      }
    }
    return false;
  }

  private static void open(Draft draft, String written, int at) {
    draft.find(
        ReadingRule.TWO_LEVELS.of(
            written, "This may be SECRET or TOP SECRET; a person must say which."),
        at);
    draft.openLevel();
    draft.doubt(0.5);
  }

  private static boolean isSpaced(String written) {
    return SPACED.matcher(written).matches();
  }

  private static boolean startsLine(String upper, int at) {
    for (int i = at - 1; i >= 0 && upper.charAt(i) != '\n'; i--) {
      if (Character.isLetterOrDigit(upper.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSecret(String letters) {
    return letters.startsWith("SECRET") || Confusion.steps(letters, "SECRET") <= 2;
  }

  /** The line that bears the SECRET of a TOP in this one; the line itself where there is none. */
  static int lastLine(List<Piece> lines, int at) {
    if (lines.get(at).text().length() > MOST || lines.get(at).signs().hasLower()) {
      return at;
    }
    String here = lines.get(at).upper();
    if (ALONE.matcher(here).matches()) {
      for (int next = at + 1; next < Math.min(lines.size(), at + 1 + FAR); next++) {
        if (beginsSecret(lines.get(next))) {
          return next;
        }
      }
      return at;
    }
    Piece below = lines.get(at + 1);
    if (LAST.matcher(here).matches()) {
      return beginsSecret(below) ? at + 1 : at;
    }
    Matcher under = ALONE.matcher(below.upper());
    boolean reversed =
        beginsSecret(lines.get(at))
            && under.matches()
            && RunningLines.letters(under.group(1)).equals("TOP");
    return reversed ? at + 1 : at;
  }

  private static boolean beginsSecret(Piece line) {
    String letters = RunningLines.letters(line.upper());
    return letters.startsWith("SECRET")
        || (letters.length() >= 6 && Confusion.steps(letters.substring(0, 6), "SECRET") <= 2)
        || (letters.length() < 8 && Confusion.steps(letters, "SECRET") <= 2);
  }
}
