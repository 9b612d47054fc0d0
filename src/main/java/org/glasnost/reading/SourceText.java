package org.glasnost.reading;

import org.jspecify.annotations.Nullable;

/** A text whose places are asked for in Java's units and given in code points. */
final class SourceText {
  private final String text;
  private final int @Nullable [] places;

  SourceText(String text) {
    this.text = text;
    this.places = text.codePointCount(0, text.length()) == text.length() ? null : places(text);
  }

  private static int[] places(String text) {
    int[] places = new int[text.length() + 1];
    int place = 0;
    for (int i = 0; i < text.length(); i++) {
      places[i] = place;
      boolean first =
          Character.isHighSurrogate(text.charAt(i))
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (!first) {
        place++;
      }
    }
    places[text.length()] = place;
    return places;
  }

  String text() {
    return text;
  }

  /** The place in code points of an index in Java's units. */
  int place(int index) {
    return places == null ? index : places[index];
  }
}
