package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.glasnost.marking.StatedLevel;

/**
 * A brief line of capitals directly above or below a level that speaks of handling in words of no
 * register: {@code NO FURTHER DISSEMINATION}, {@code WHITE HOUSE EYES ONLY}. It is a caption whose
 * meaning nobody wrote down, and never passed over.
 */
final class UnreadCaption {
  private static final Pattern HANDLING =
      Pattern.compile(
          "(?<![A-Z])(?:DISSEM(?:INATION)?|EYES\\s{1,2}ONLY|USE\\s{1,2}ONLY|ATOMIC\\s{1,2}ENERGY\\s{1,2}ACT"
              + "|CONTROL\\s{1,2}SYSTEMS?|CHANNELS?(?:\\s{1,2}ONLY)?|SPECIAL\\s{1,2}HANDLING|RELEASABLE"
              + "|(?:NO|LIMITED|RESTRICTED|SPECIAL)\\s{1,2}(?:FURTHER\\s{1,2})?(?:DISTRIBUTION|DISTR?IB|ACCESS"
              + "|CIRCULATION|HANDLING|COPIES)|CODE\\s?WORD|NO\\s{1,2}FOREIGN|FGI|SIGMA|DISPLAY\\s{1,2}ONLY|REL(?:EASE)?\\s{1,2}TO|REL)(?![A-Z])");

  private static final int MOST_WORDS = 10;
  private static final int LONGEST = 90;

  private UnreadCaption() {}

  /** Tells of the first such line, unless a person is asked already. */
  static void tell(Draft draft) {
    if (draft.isForReview() || draft.statedLevel() == StatedLevel.NONE || !speaks(draft.upper())) {
      return;
    }
    List<Piece> lines = lines(draft.text());
    for (int i = 0; i < lines.size(); i++) {
      Piece line = lines.get(i);
      if (isUnread(draft, line)
          && ((i > 0 && holdsLevel(draft, lines.get(i - 1)))
              || (i + 1 < lines.size() && holdsLevel(draft, lines.get(i + 1))))) {
        String words = draft.text().substring(line.from(), line.to());
        draft.find(
            ReadingRule.UNREADABLE.of(
                words, "'" + words + "' stands beside the level and is in no register."),
            line.from());
        draft.span(line.from(), line.to(), Span.Meaning.UNKNOWN);
        draft.needReview();
        draft.doubt(0.7);
        return;
      }
    }
  }

  /** Whether words in capitals speak of handling. */
  static boolean speaks(String words) {
    return HANDLING.matcher(words).find();
  }

  private static boolean isUnread(Draft draft, Piece line) {
    String words = draft.upper().substring(line.from(), line.to());
    return line.to() - line.from() <= LONGEST
        && !draft.isTaken(line.from(), line.to())
        && (!LineSigns.hasLower(draft.text().substring(line.from(), line.to()))
            || words.contains("AUTHORIZED FOR RELEASE TO"))
        && Word.in(words, 0, words.length()).size() <= MOST_WORDS
        && speaks(words);
  }

  private static boolean holdsLevel(Draft draft, Piece line) {
    return draft.spans().stream()
        .anyMatch(
            span ->
                span.meaning() == Span.Meaning.LEVEL
                    && span.from() < line.to()
                    && line.from() < span.to());
  }

  /** The lines that are not blank, without the blanks around them. */
  private static List<Piece> lines(String text) {
    List<Piece> lines = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      Piece line = Piece.trimmed(text, from, to);
      if (!line.isEmpty()) {
        lines.add(line);
      }
      from = to + 1;
    }
    return lines;
  }
}
