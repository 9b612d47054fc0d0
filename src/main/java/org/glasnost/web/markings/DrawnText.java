package org.glasnost.web.markings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with a reading drawn over it: cut at its spans, with the number of each finding at its
 * place.
 *
 * @param pieces in order; together they are the whole text
 */
record DrawnText(List<Piece> pieces) {

  DrawnText {
    pieces = List.copyOf(pieces);
  }

  /**
   * A stretch to be drawn.
   *
   * @param from first code point
   * @param to code point after the last
   * @param meaning what it means
   * @param readAs what it was read as where it was repaired, or null
   */
  record Stretch(int from, int to, Meaning meaning, @Nullable String readAs) {}

  /**
   * A finding's place.
   *
   * @param at the code point it stands before
   * @param number its number on the page
   */
  record Note(int at, int number) {}

  /**
   * A piece of the text.
   *
   * @param meaning what it means; null for what means nothing to the reading
   * @param readAs what it was read as where it was repaired, or null
   * @param bits its words, in order
   */
  record Piece(@Nullable Meaning meaning, @Nullable String readAs, List<Bit> bits) {
    Piece {
      bits = List.copyOf(bits);
    }
  }

  /**
   * Words, or the number of a finding, or a character that would not be seen.
   *
   * @param text the words; empty for the number of a finding
   * @param sign how the character is written out, or null
   * @param number the finding's number, or 0
   */
  record Bit(String text, @Nullable String sign, int number) {}

  /** Draws; of two stretches that overlap the later one is cut. */
  static DrawnText of(String text, List<Stretch> stretches, List<Note> notes) {
    return new Drawing(text, notes).draw(stretches);
  }

  private static final class Drawing {
    private final int[] points;
    private final List<Note> notes;
    private final List<Piece> pieces = new ArrayList<>();
    private int noted;
    private int at;

    Drawing(String text, List<Note> notes) {
      this.points = text.codePoints().toArray();
      this.notes = notes.stream().sorted(Comparator.comparingInt(Note::at)).toList();
    }

    DrawnText draw(List<Stretch> stretches) {
      for (Stretch next :
          stretches.stream().sorted(Comparator.comparingInt(Stretch::from)).toList()) {
        int from = Math.max(at, next.from());
        int to = Math.min(points.length, next.to());
        if (from < to) {
          add(from, null, null);
          add(to, next.meaning(), next.readAs());
        }
      }
      add(points.length, null, null);
      List<Bit> rest = new ArrayList<>();
      while (noted < notes.size()) {
        rest.add(new Bit("", null, notes.get(noted++).number()));
      }
      if (!rest.isEmpty()) {
        pieces.add(new Piece(null, null, rest));
      }
      return new DrawnText(pieces);
    }

    private void add(int to, @Nullable Meaning meaning, @Nullable String readAs) {
      List<Bit> bits = new ArrayList<>();
      StringBuilder words = new StringBuilder();
      for (; at < to; at++) {
        while (noted < notes.size() && notes.get(noted).at() <= at) {
          flush(words, bits);
          bits.add(new Bit("", null, notes.get(noted++).number()));
        }
        String sign = Signs.of(points[at]);
        if (sign == null) {
          words.appendCodePoint(points[at]);
        } else {
          flush(words, bits);
          bits.add(new Bit("", sign, 0));
        }
      }
      flush(words, bits);
      if (!bits.isEmpty()) {
        pieces.add(new Piece(meaning, readAs, bits));
      }
    }

    private static void flush(StringBuilder words, List<Bit> bits) {
      if (!words.isEmpty()) {
        bits.add(new Bit(words.toString(), null, 0));
        words.setLength(0);
      }
    }
  }
}
