package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text without blanks at its ends. It holds where it stands; what it says is copied
 * from the text at most once. Used by one thread.
 */
final class Piece {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final String source;
  private final int from;
  private final int to;
  private @Nullable String text;
  private @Nullable String upper;
  private @Nullable String spaced;
  private @Nullable LineSigns signs;

  private Piece(String source, int from, int to) {
    this.source = source;
    this.from = from;
    this.to = to;
  }

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
    return new Piece(text, start, end);
  }

  /** The stretch as it stands. */
  String text() {
    if (text == null) {
      text = source.substring(from, to);
    }
    return text;
  }

  /** Its index in Java's units. */
  int from() {
    return from;
  }

  /** The index after its last character. */
  int to() {
    return to;
  }

  boolean isEmpty() {
    return from == to;
  }

  int length() {
    return to - from;
  }

  /** What it shows at the first look, which is taken once. */
  LineSigns signs() {
    if (signs == null) {
      signs = LineSigns.of(text());
    }
    return signs;
  }

  /** In upper case, every character in its place. */
  String upper() {
    if (upper == null) {
      upper = Draft.upper(text());
    }
    return upper;
  }

  /** In upper case, with one blank wherever there is white space: for the patterns. */
  String spaced() {
    if (spaced == null) {
      spaced = isSpaced() ? upper() : SPACES.matcher(upper()).replaceAll(" ");
    }
    return spaced;
  }

  private boolean isSpaced() {
    for (int i = from; i < to; i++) {
      char c = source.charAt(i);
      if (c <= ' ' && (c != ' ' || (i > from && source.charAt(i - 1) == ' '))) {
        return false;
      }
    }
    return true;
  }

  /** The length here of a beginning of {@link #spaced}, whose blanks may be several here. */
  int lengthOf(String beginning) {
    int at = 0;
    for (int i = 0; i < beginning.length(); i++) {
      at++;
      while (beginning.charAt(i) == ' ' && Character.isWhitespace(text().charAt(at))) {
        at++;
      }
    }
    return at;
  }

  /** The stretches between separators, without blanks at their ends. */
  List<Piece> split(String separator) {
    int next = indexOf(separator, from);
    if (next < 0) {
      return List.of(this);
    }
    List<Piece> pieces = new ArrayList<>();
    int start = from;
    while (next >= 0) {
      pieces.add(trimmed(source, start, next));
      start = next + separator.length();
      next = indexOf(separator, start);
    }
    pieces.add(trimmed(source, start, to));
    return pieces;
  }

  private int indexOf(String separator, int start) {
    for (int at = start; at + separator.length() <= to; at++) {
      if (source.startsWith(separator, at)) {
        return at;
      }
    }
    return -1;
  }

  /** The words parted by any of the characters, from an index within this stretch. */
  List<Piece> words(int start, String separators) {
    List<Piece> words = new ArrayList<>();
    int first = -1;
    for (int i = from + start; i <= to; i++) {
      boolean apart =
          i == to
              || Character.isWhitespace(source.charAt(i))
              || separators.indexOf(source.charAt(i)) >= 0;
      if (!apart && first < 0) {
        first = i;
      } else if (apart && first >= 0) {
        words.add(trimmed(source, first, i));
        first = -1;
      }
    }
    return words;
  }

  /** A stretch of this one, without blanks at its ends. */
  Piece inner(int start, int end) {
    return trimmed(source, from + start, from + end);
  }
}
