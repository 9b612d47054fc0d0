package org.glasnost.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How editors of document collections write a marking. */
final class EditorsPhrase {
  /** {@code No classification marking; Eyes Only.}: the level is none, and captions follow. */
  private static final Pattern NONE =
      Pattern.compile(
          "NO\\s(?:CLASSIFICATION(?:\\sMARKINGS?)?|MARKINGS?)\\s{0,2}[;,/]\\s{0,3}(?=\\S)");

  private EditorsPhrase() {}

  /** Where the captions behind the words that there is no level begin; -1: there are none. */
  static int behindNone(String upper, Sentence stretch) {
    if (!upper.startsWith("NO ", stretch.from())) {
      return -1;
    }
    Matcher none = NONE.matcher(upper).region(stretch.from(), stretch.to());
    return none.lookingAt() ? none.end() : -1;
  }

  /** Tells of captions of which nothing was read, unless an editor's remark stands there. */
  static void told(Draft draft, int from, int to, int spansBefore) {
    if (draft.spans().size() == spansBefore
        && draft.text().lastIndexOf(';', from) >= from - 4
        && Character.isUpperCase(draft.text().charAt(from))) {
      String words = draft.text().substring(from, to);
      draft.find(ReadingRule.UNREADABLE.of(words, "'" + words + "' is in no register."), from);
      draft.needReview();
    }
  }

  /**
   * An editor parts the words of a marking by semicolons, and sentences never so begin; a slash may
   * part the first of them: {@code Secret/Sensitive; For the President Only}.
   */
  static boolean parts(Draft draft, List<Word> words, Lexicon.Match first, Lexicon lexicon) {
    Lexicon.@Nullable Match match = first;
    while (match != null) {
      int end = words.get(match.next() - 1).to();
      String after = draft.text().substring(end, Math.min(end + 2, draft.text().length()));
      if (after.strip().startsWith(";")) {
        return true;
      }
      boolean slash = after.startsWith("/") || after.startsWith("\u2013");
      match =
          slash && match.next() < words.size()
              ? lexicon.at(draft.text(), words, match.next())
              : null;
    }
    return false;
  }
}
