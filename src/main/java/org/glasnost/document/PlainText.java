package org.glasnost.document;

import java.util.function.IntPredicate;

/** Which texts can be kept and shown as they are. */
public final class PlainText {
  private PlainText() {}

  /**
   * Whether a short field is plain: no control characters and no half of a surrogate pair, which
   * have no form in UTF-8, in a database or on a page.
   */
  public static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(((IntPredicate) Character::isISOControl).or(PlainText::half));
  }

  /** Whether what somebody wrote is plain over several lines: line breaks and tabs are taken. */
  public static boolean isProse(String text) {
    return text.codePoints()
        .noneMatch(
            c -> half(c) || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'));
  }

  /** Whether a text has a form in UTF-8. */
  public static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(PlainText::half);
  }

  private static boolean half(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
