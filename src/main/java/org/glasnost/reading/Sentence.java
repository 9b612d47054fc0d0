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

  /** The lines of a text; one that ends in a hyphen, comma or joining word runs on. */
  static List<Sentence> ofLines(String text) {
    List<Sentence> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n') {
        if (i == text.length() || !runsOn(text, start, i)) {
          add(lines, text, start, i);
          start = i + 1;
        }
      }
    }
    return lines;
  }

  private static boolean runsOn(String text, int from, int to) {
    int next = to + 1;
    if (next >= text.length() || text.charAt(next) == '\n') {
      return false;
    }
    int last = to - 1;
    while (last >= from && Character.isWhitespace(text.charAt(last)) && text.charAt(last) != '\n') {
      last--;
    }
    if (last < from) {
      return false;
    }
    char c = text.charAt(last);
    if (c == '/' || c == ',' || c == '-' || c == ';') {
      return true;
    }
    String end = Draft.upper(text.substring(Math.max(from, last - 5), last + 1));
    return end.endsWith(" AND")
        || end.endsWith(" FOR")
        || end.endsWith(" THE")
        || end.endsWith(" OF")
        || end.equals("TOP")
        || end.endsWith("\nTOP")
        || end.endsWith(" EYES");
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
