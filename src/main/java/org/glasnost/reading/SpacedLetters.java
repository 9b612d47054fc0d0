package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.RegisterEntry;

/** Words whose letters stand apart, as typists spaced them: {@code S E C R E T}. */
final class SpacedLetters {
  /** A gap is taken whole or not at all: parted in every way, wide ones took seconds. */
  private static final Pattern SPACED =
      Pattern.compile(
          "(?<![A-Za-z0-9])[A-Z0-9|!](?:(?:(?>[ ]{0,8}\\s{1,3}[ ]{0,40})|[ ]?[-.][ ]?)[A-Z0-9|!l](?![A-Za-z0-9'\u2019])){3,99}");

  /** Letters with one blank between them. */
  private static final Pattern WORD = Pattern.compile("\\S(?: \\S(?!\\S)|[.-]\\S(?!\\S))*");

  private static final int SHORT = 3;

  private SpacedLetters() {}

  /** Letter-spaced words are joined first. */
  static void read(Draft draft, Sentence stretch, Lexicon lexicon) {
    if (!holdsLetterAlone(draft.text(), stretch)) {
      return;
    }
    Matcher matcher = SPACED.matcher(draft.text()).region(stretch.from(), stretch.to());
    while (matcher.find()) {
      if (draft.isTaken(matcher.start(), matcher.end())) {
        continue;
      }
      int start = behindTop(draft.upper(), stretch.from(), matcher.start());
      String written = draft.text().substring(start, matcher.end());
      String letters = letters(written);
      List<RegisterEntry> entries = segments(letters, lexicon);
      if (!entries.isEmpty()) {
        draft.find(
            ReadingRule.LETTER_SPACED.of(written, "Spaced letters, read as " + letters), start);
        entries.forEach(entry -> RegisterWords.accept(draft, entry, start, matcher.end()));
      } else {
        Repair repair = Repair.of(letters, lexicon, draft);
        if (!repair.candidates().isEmpty()) {
          RegisterWords.repaired(draft, repair, start, matcher.end());
        } else {
          wordByWord(draft, new Sentence(matcher.start(), matcher.end()), lexicon);
        }
      }
    }
  }

  /** Words of which one is damaged: wider gaps part them, and what is not read is told. */
  private static void wordByWord(Draft draft, Sentence run, Lexicon lexicon) {
    List<Piece> words = new ArrayList<>();
    Matcher word = WORD.matcher(draft.text()).region(run.from(), run.to());
    while (word.find()) {
      words.add(Piece.trimmed(draft.text(), word.start(), word.end()));
    }
    if (words.size() < 2) {
      return;
    }
    for (Piece piece : words) {
      String letters = letters(piece.text());
      List<RegisterEntry> entries = segments(letters, lexicon);
      Repair repair = Repair.of(letters, lexicon, draft);
      if (!entries.isEmpty()) {
        draft.find(
            ReadingRule.LETTER_SPACED.of(piece.text(), "Spaced letters, read as " + letters),
            piece.from());
        entries.forEach(entry -> RegisterWords.accept(draft, entry, piece.from(), piece.to()));
      } else if (!repair.candidates().isEmpty()) {
        RegisterWords.repaired(draft, repair, piece.from(), piece.to());
      } else if (letters.length() > SHORT) {
        draft.find(
            ReadingRule.UNREADABLE.of(piece.text(), "'" + letters + "' is in no register."),
            piece.from());
        draft.span(piece.from(), piece.to(), Span.Meaning.UNKNOWN);
        draft.needReview();
      }
    }
    if (!draft.hasLevel() && words.stream().anyMatch(w -> Resemblance.isNear(letters(w.text())))) {
      draft.openLevel();
    }
  }

  private static String letters(String written) {
    return written.replaceAll("[\\s.-]", "").replace('l', 'L');
  }

  /** Where a plain TOP begins that stands before spaced letters; else where these begin. */
  private static int behindTop(String upper, int from, int at) {
    int end = at;
    while (end > from && upper.charAt(end - 1) == ' ') {
      end--;
    }
    int start = end - "TOP".length();
    boolean top = start >= from && end < at && upper.startsWith("TOP", start);
    return top && (start == from || !Character.isLetter(upper.charAt(start - 1))) ? start : at;
  }

  private static List<RegisterEntry> segments(String letters, Lexicon lexicon) {
    List<RegisterEntry> entries = new ArrayList<>();
    String rest = letters;
    while (!rest.isEmpty()) {
      Lexicon.Spelling spelling = lexicon.startOf(rest);
      if (spelling == null) {
        return List.of();
      }
      entries.add(spelling.entry());
      rest = rest.substring(spelling.joined().length());
    }
    return entries;
  }

  /** Whether a capital or digit stands alone, as the first of spaced letters does. */
  private static boolean holdsLetterAlone(String text, Sentence stretch) {
    for (int i = stretch.from(); i + 1 < stretch.to(); i++) {
      char next = text.charAt(i + 1);
      if ((next <= ' ' || next == '-' || next == '.')
          && isSpacedLetter(text.charAt(i))
          && (i == stretch.from() || !isPlainLetter(text.charAt(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpacedLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '|' || c == '!';
  }

  private static boolean isPlainLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  }
}
