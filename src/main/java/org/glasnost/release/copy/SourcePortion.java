package org.glasnost.release.copy;

import java.util.List;

/**
 * A portion of the original, as it goes into the making of a copy.
 *
 * @param number the portion's number: 4 for {@code p4}
 * @param text verbatim
 * @param oldMarkings where in it stand classification markings that declassification ends, and that
 *     the copy lines through (32 CFR 2001.25(b)); in any order, they may overlap
 */
public record SourcePortion(int number, String text, List<Span> oldMarkings) {

  /**
   * @throws IllegalArgumentException if the number is below 1 or a marking lies outside the text,
   *     which is a bug of ours
   */
  public SourcePortion {
    oldMarkings = List.copyOf(oldMarkings);
    if (number < 1) {
      throw new IllegalArgumentException("portions count from 1: " + number);
    }
    int length = text.codePointCount(0, text.length());
    for (Span marking : oldMarkings) {
      if (marking.to() > length) {
        throw new IllegalArgumentException("a marking beyond the end of p" + number);
      }
    }
  }

  /** A portion without a marking. */
  public static SourcePortion of(int number, String text) {
    return new SourcePortion(number, text, List.of());
  }

  @Override
  public String toString() {
    return "SourcePortion[p" + number + "]";
  }
}
