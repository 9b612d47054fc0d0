package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A stretch of a text that is read as one: a sentence of a source note, or lines of a page that
 * belong together.
 *
 * @param from index in Java's units
 * @param to index after the last
 */
record Sentence(int from, int to) {
  private static final Set<String> ABBREVIATIONS =
      Set.of("Amb", "Gen", "Adm", "Mr", "Mrs", "Ms", "Dr", "Col", "Lt", "Maj", "Asst", "Vol", "No");

  /** The sentences of a source note: parted by a full stop and a blank, or a line break. */
  static List<Sentence> ofNote(String text) {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean stop =
          text.charAt(i) == '.'
              && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)))
              && !endsAbbreviation(text, start, i);
      if (stop) {
        add(sentences, text, start, i);
        start = i + 1;
      }
    }
    add(sentences, text, start, text.length());
    return sentences;
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
