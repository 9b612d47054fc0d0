package org.glasnost.document;

import java.util.function.IntPredicate;
import org.glasnost.reading.LookAlikes;

/** Which texts can be kept and shown as they are. */
public final class PlainText {
  private PlainText() {}

  /**
   * Whether a short field is plain: one line without control characters; no half of a surrogate
   * pair, which has no form in UTF-8; nothing that turns the direction of what stands beside it, so
   * that a title shows as what it is.
   */
  public static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(
            ((IntPredicate) Character::isISOControl)
                .or(PlainText::half)
                .or(LookAlikes::turnsDirection)
                .or(PlainText::breaks));
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

  private static boolean breaks(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean half(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
