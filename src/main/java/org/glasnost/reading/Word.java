package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of letters and digits.
 *
 * @param text as it stands
 * @param upper in upper case
 * @param from index in Java's units
 * @param to index after the last
 */
record Word(String text, String upper, int from, int to) {

  /** Small letters that recognition puts for capitals of the same shape, or for a stroke. */
  private static final String SHAPES = "lcosvwxz";

  /**
   * Whether no letter of it is lower case. A small letter of a capital's shape among at least three
   * times as many capitals is damage: {@code CONFIDENTlAL}.
   */
  boolean isUpper() {
    int small = 0;
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) {
        capitals++;
      } else if (Character.isLowerCase(c)) {
        if (SHAPES.indexOf(c) < 0) {
          return false;
        }
        small++;
      }
    }
    return small == 0 || (Character.isUpperCase(text.charAt(0)) && capitals >= 3 * small);
  }

  /** Whether it begins as a common word in a sentence. */
  boolean startsLower() {
    return Character.isLowerCase(text.charAt(0));
  }

  /** The words of a stretch of text, in order. */
  static List<Word> in(String text, int from, int to) {
    return in(text, from, to, Integer.MAX_VALUE);
  }

  /** The first words of a stretch of text, at most so many. */
  static List<Word> in(String text, int from, int to, int most) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = from; i <= to && words.size() < most; i++) {
      int dotted = start < 0 && i < to ? dotted(text, i, to) : i;
      if (dotted > i) {
        String word = text.substring(i, dotted);
        words.add(new Word(word, word.replace(".", "").toUpperCase(Locale.ROOT), i, dotted));
        i = dotted - 1;
        continue;
      }
      boolean inside = i < to && isWordCharacter(text, i, from, to);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        String word = text.substring(start, i);
        words.add(new Word(word, word.toUpperCase(Locale.ROOT), start, i));
        start = -1;
      }
    }
    return words;
  }

  /** The end of an abbreviation such as {@code U.K.} that begins at the index; else the index. */
  private static int dotted(String text, int from, int to) {
    int end = from;
    while (end + 1 < to && Character.isLetter(text.charAt(end)) && text.charAt(end + 1) == '.') {
      end += 2;
    }
    boolean more = end < to && Character.isLetterOrDigit(text.charAt(end));
    return end - from >= 4 && !more ? end : from;
  }

  private static boolean isWordCharacter(String text, int i, int from, int to) {
    char c = text.charAt(i);
    if (Character.isLetterOrDigit(c) || c == '|' || c == '!') {
      return true;
    }
    return (c == '\'' || c == '\u2019')
        && i > from
        && i + 1 < to
        && Character.isLetter(text.charAt(i - 1))
        && Character.isLetter(text.charAt(i + 1));
  }
}
