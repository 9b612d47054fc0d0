package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glasnost.marking.RegisterCategory;

/**
 * A stretch of a text that is read as one: a sentence of a source note, or lines of a page that
 * belong together.
 *
 * @param from index in Java's units
 * @param to index after the last
 */
record Sentence(int from, int to) {
  /** No word of the register is longer. */
  private static final int LONGEST_HEAD = 100;

  private static final Set<String> ABBREVIATIONS =
      Set.of("Amb", "Gen", "Adm", "Mr", "Mrs", "Ms", "Dr", "Col", "Lt", "Maj", "Asst", "Vol", "No");

  /**
   * The sentences of a source note: parted by a full stop and a blank, a line break, or the end of
   * a parenthesis that is a sentence of its own.
   */
  static List<Sentence> ofNote(String text, Lexicon lexicon) {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean last = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
      boolean stop =
          c == '.' && last && (!endsAbbreviation(text, start, i) || goesOnMarked(text, i, lexicon));
      boolean aside = c == ')' && last && startsAside(text, start);
      if (stop || aside) {
        add(sentences, text, start, i);
        start = i + 1;
      }
    }
    add(sentences, text, start, text.length());
    return sentences;
  }

  /** Whether the word stands within the stretch, given its text in upper case. */
  boolean holds(String upper, String word) {
    for (int i = from; i + word.length() <= to; i++) {
      if (upper.startsWith(word, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsAside(String text, int from) {
    int start = from;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return start < text.length() && text.charAt(start) == '(';
  }

  /**
   * Whether a level or another word of the register stands behind the stop, and the stretch ends
   * with it or goes on after a semicolon: {@code POL 27 VIET S. Secret; Nodis}. The letter before
   * is then that of a file, not of a name.
   */
  private static boolean goesOnMarked(String text, int stop, Lexicon lexicon) {
    int end = Math.min(text.length(), stop + LONGEST_HEAD);
    List<Word> words = Word.in(text, stop + 1, end);
    if (words.isEmpty() || words.get(0).startsLower()) {
      return false;
    }
    Lexicon.Match match = lexicon.at(text, words, 0);
    if (match == null) {
      return false;
    }
    boolean dotted = stop > 1 && text.charAt(stop - 2) == '.';
    if (dotted && match.spelling().entry().category() != RegisterCategory.LEVEL) {
      // U.S. Eyes Only
      return false;
    }
    int behind = words.get(match.next() - 1).to();
    return behind == text.length() || ".;,/\u2013\u2014-".indexOf(text.charAt(behind)) >= 0;
  }

  /** Whether the stop is that of "Amb." or of an initial, not of a sentence. */
  private static boolean endsAbbreviation(String text, int from, int stop) {
    int first = stop;
    while (first > from && Character.isLetter(text.charAt(first - 1))) {
      first--;
    }
    String word = text.substring(first, stop);
    boolean initial =
        word.length() == 1
            && Character.isUpperCase(word.charAt(0))
            && first > from
            && stop + 1 < text.length();
    return initial || ABBREVIATIONS.contains(word);
  }

  private static void add(List<Sentence> sentences, String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Sentence(start, end));
    }
  }
}
