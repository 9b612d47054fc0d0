package org.glasnost.authority;

import java.util.regex.Pattern;

/** What people type about people, as pages show it and the journal keeps it. */
public final class ShownWords {
  /** The most characters of a name or a position. */
  private static final int LONGEST_LINE = 200;

  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final Pattern UNSEEN_IN_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");

  private ShownWords() {}

  /**
   * Whether these are a name or a position: between one and two hundred characters, a letter or
   * digit among them and none that does not show. Without one, nobody could be told by it.
   */
  public static boolean areLine(String words) {
    return words.length() <= LONGEST_LINE
        && !UNSEEN.matcher(words).find()
        && words.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /**
   * Whether these are words of several lines: no longer than that, a letter or digit among them,
   * and no sign that steers a device instead of showing.
   *
   * @param most characters
   */
  public static boolean areText(String words, int most) {
    return words.length() <= most
        && !UNSEEN_IN_TEXT.matcher(words).find()
        && words.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
