package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stretch of a text without blanks at its ends.
 *
 * @param text as it stands
 * @param from index in Java's units
 * @param to index after the last
 */
record Piece(String text, int from, int to) {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** The stretch without blanks at its ends. */
  static Piece trimmed(String text, int from, int to) {
    int start = from;
    int end = Math.max(from, to);
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Piece(text.substring(start, end), start, end);
  }

  /** In upper case, every character in its place. */
  String upper() {
    return Draft.upper(text);
  }

  /** In upper case, with one blank wherever there is white space: for the patterns. */
  String spaced() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' && (c != ' ' || (i > 0 && text.charAt(i - 1) == ' '))) {
        return SPACES.matcher(upper()).replaceAll(" ");
      }
    }
    return upper();
  }

  /** The length here of a beginning of {@link #spaced}, whose blanks may be several here. */
  int lengthOf(String beginning) {
    int at = 0;
    for (int i = 0; i < beginning.length(); i++) {
      at++;
      while (beginning.charAt(i) == ' ' && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  /** The stretches between separators, without blanks at their ends. */
  List<Piece> split(String separator) {
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    int at = text.indexOf(separator);
    while (at >= 0) {
      pieces.add(inner(start, at));
      start = at + separator.length();
      at = text.indexOf(separator, start);
    }
    pieces.add(inner(start, text.length()));
    return pieces;
  }

  /** The words parted by any of the characters, from an index within this stretch. */
  List<Piece> words(int start, String separators) {
    List<Piece> words = new ArrayList<>();
    int first = -1;
    for (int i = start; i <= text.length(); i++) {
      boolean apart =
          i == text.length()
              || Character.isWhitespace(text.charAt(i))
              || separators.indexOf(text.charAt(i)) >= 0;
      if (!apart && first < 0) {
        first = i;
      } else if (apart && first >= 0) {
        words.add(inner(first, i));
        first = -1;
      }
    }
    return words;
  }

  /** A stretch of this one, without blanks at its ends. */
  Piece inner(int start, int end) {
    Piece local = trimmed(text, start, end);
    return new Piece(local.text(), from + local.from(), from + local.to());
  }
}
