package org.glasnost.release.copy;

/**
 * A stretch of a portion's text.
 *
 * @param from first code point, from 0
 * @param to the code point after the last
 */
public record Span(int from, int to) {

  /**
   * @throws IllegalArgumentException if it is empty or starts before the text
   */
  public Span {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("not a span: " + from + " to " + to);
    }
  }
}
