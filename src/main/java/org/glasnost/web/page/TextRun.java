package org.glasnost.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text as a page shows it.
 *
 * @param text its words
 * @param label what marks it, such as a basis or the id of a reading; null where nothing does
 */
public record TextRun(String text, @Nullable String label) {

  /**
   * A stretch to be marked.
   *
   * @param from first code point
   * @param to code point after the last
   * @param label what marks it
   */
  public record Marked(int from, int to, String label) {}

  /** Cuts a text at what is marked in it; of two stretches that overlap the later one is cut. */
  public static List<TextRun> of(String text, List<Marked> marked) {
    List<TextRun> runs = new ArrayList<>();
    int[] points = text.codePoints().toArray();
    int at = 0;
    for (Marked next : marked.stream().sorted(Comparator.comparingInt(Marked::from)).toList()) {
      int from = Math.max(at, next.from());
      int to = Math.min(points.length, next.to());
      if (from < to) {
        add(runs, points, at, from, null);
        add(runs, points, from, to, next.label());
        at = to;
      }
    }
    add(runs, points, at, points.length, null);
    return List.copyOf(runs);
  }

  private static void add(
      List<TextRun> runs, int[] points, int from, int to, @Nullable String label) {
    if (from < to) {
      runs.add(new TextRun(new String(points, from, to - from), label));
    }
  }
}
