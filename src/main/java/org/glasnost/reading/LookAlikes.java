package org.glasnost.reading;

/** Finds characters that look like others, or that turn the direction of writing. */
public final class LookAlikes {
  private static final char NO_WIDTH = 0x200B;

  private LookAlikes() {}

  /** Reports the first such character of the text. Nothing is replaced. */
  static void find(Draft draft) {
    String text = draft.text();
    boolean latin = false;
    int other = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        latin |= Character.isLetter(c);
        if (c == 0) {
          report(draft, i, "A NUL character stands here.");
          return;
        }
      } else if (turnsDirection(c)) {
        report(draft, i, "A character that turns the direction of writing stands here.");
        return;
      } else if (c == NO_WIDTH) {
        report(draft, i, "A space of no width stands here.");
        return;
      } else if (other < 0 && isOtherScript(c)) {
        other = i;
      }
      if (isDrawn(text, i)) {
        other = other < 0 ? i : other;
        latin = true;
      }
      latin |= isWide(c);
    }
    if (latin && other >= 0) {
      report(
          draft,
          other,
          isWide(text.charAt(other))
              ? "A Latin letter of full width stands here."
              : "A letter of another script stands among Latin ones.");
    }
  }

  /** Embeddings, overrides and isolates of the bidirectional algorithm (Unicode UAX 9). */
  public static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** A Latin letter in a circle or square, or one of mathematics: it looks as a plain one does. */
  private static boolean isDrawn(String text, int at) {
    char c = text.charAt(at);
    return (c >= 0x24B6 && c <= 0x24E9)
        || c == 0xD835
        || (c == 0xD83C
            && at + 1 < text.length()
            && text.charAt(at + 1) >= 0xDD30
            && text.charAt(at + 1) <= 0xDD89);
  }

  /** A Latin letter of full width: it says what a plain one says. */
  private static boolean isWide(char c) {
    return (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
  }

  private static boolean isOtherScript(char c) {
    if (!Character.isLetter(c)) {
      return c >= 0xFF00 && c <= 0xFF5E;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.CYRILLIC
        || script == Character.UnicodeScript.GREEK
        || (c >= 0xFF00 && c <= 0xFF5E);
  }

  private static void report(Draft draft, int index, String message) {
    draft.find(
        ReadingRule.LOOK_ALIKE.of(
            String.format("U+%04X", draft.text().codePointAt(index)), message),
        index);
    draft.needReview();
    draft.doubt(0.5);
  }
}
