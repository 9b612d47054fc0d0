package org.glasnost.web.markings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Characters that a page would hide, or that would turn its words around, shown by their number.
 */
final class Signs {
  private Signs() {}

  /** Such as {@code U+202E}; null where the character shows itself. */
  static @Nullable String of(int codePoint) {
    if (codePoint == '\n' || codePoint == '\t') {
      return null;
    }
    boolean hidden =
        switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false; // Every other category is drawn.
        };
    return hidden ? String.format(Locale.ROOT, "U+%04X", codePoint) : null;
  }

  /** A text in which every such character is written out. */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String sign = of(c);
              if (sign == null) {
                visible.appendCodePoint(c);
              } else {
                visible.append('[').append(sign).append(']');
              }
            });
    return visible.toString();
  }
}
