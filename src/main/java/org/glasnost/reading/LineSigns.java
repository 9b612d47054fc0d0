package org.glasnost.reading;

import org.jspecify.annotations.Nullable;

/**
 * What a line of a document must show before anything is looked for in it: one look at each
 * character, nothing made of them. Most lines of most pages show none of it. Each sign stands for a
 * pattern that is asked afterwards; a sign may be there without the pattern, never the reverse.
 * Used by one thread.
 */
final class LineSigns {
  private static final String[] INTRODUCTIONS = {
    "DECL", "DECLASSIFY", "DECLASSIFICATION", "ON", "DATE", "ORIGINATING", "DETERMINATION"
  };

  /** Of {@code AGENCY'S} two more characters may stand behind the word. */
  private static final int BEHIND_AGENCY = 2;

  /** What stands in front of {@code ENTIRE TEXT}. */
  private static final int BEFORE_ENTIRE = 45;

  /** So many capitals and digits make a line in capitals. */
  private static final int SPACED = 5;

  private final String line;
  private int lower;
  private int upper;
  private int digits;
  private boolean hasLetters;
  private boolean capitals;
  private boolean number;
  private boolean keyword;
  private @Nullable Boolean itself;

  private LineSigns(String line) {
    this.line = line;
    boolean before = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= 'a' && c <= 'z') {
        lower++;
        hasLetters = true;
        keyword |= c == 'd' && line.startsWith("declass", i);
        before = false;
      } else if (c >= 'A' && c <= 'Z') {
        upper++;
        hasLetters = true;
        capitals |= before;
        keyword = keyword || isKeyword(line, i);
        before = true;
      } else {
        before = false;
        if (c >= '0' && c <= '9') {
          digits++;
        } else if (c == '#') {
          number = true;
        } else if (c >= 0x80) {
          add(c);
        }
      }
    }
  }

  private void add(char c) {
    hasLetters |= Character.isLetter(c);
    lower += Character.isLowerCase(c) ? 1 : 0;
    upper += Character.isUpperCase(c) ? 1 : 0;
    digits += Character.isDigit(c) ? 1 : 0;
  }

  /** The signs of a line, each character looked at once. */
  static LineSigns of(String line) {
    return new LineSigns(line);
  }

  boolean hasLower() {
    return lower > 0;
  }

  boolean hasLetters() {
    return hasLetters;
  }

  /** Whether two capitals stand side by side. */
  boolean hasCapitals() {
    return capitals;
  }

  /** Whether a number sign stands in the line. */
  boolean hasNumberSign() {
    return number;
  }

  /** Whether a word stands in the line that belongs to an instruction, a block or a stamp. */
  boolean hasKeyword() {
    return keyword;
  }

  /** Whether capitals are at least seven for each three small letters. */
  boolean isMostlyCapitals() {
    return upper > 1 && upper + digits >= SPACED && upper * 3 >= lower * 7;
  }

  /** Whether a sentence may begin in the line in which the paper speaks of itself. */
  boolean maySpeakOfItself() {
    if (itself == null) {
      itself = OwnSentence.mayStand(line, capitals);
    }
    return itself;
  }

  /** Whether a small letter stands in a line; stops at the first. */
  static boolean hasLower(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isLowerCase(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether two capitals stand side by side. */
  static boolean hasCapitals(String line) {
    boolean before = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      if (capital && before) {
        return true;
      }
      before = capital;
    }
    return false;
  }

  /** Whether a line ends with the end of a level, in any case of letters. */
  static boolean endsWithLevel(String line) {
    int end = line.length();
    return endsWith(line, end, "CLASSIFIED")
        || endsWith(line, end, "SECRET")
        || endsWith(line, end, "CONFIDENTIAL")
        || endsWith(line, end, "UNCLAS");
  }

  static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word that may open a stamp stands in front of all words in lower case. */
  static boolean mayOpenStamp(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      char before = i == 0 ? ' ' : line.charAt(i - 1);
      if (Character.isLowerCase(c) && endsWord(before) && !crosses(line, i)) {
        return false;
      }
      if ((c == 'N'
              && (line.regionMatches(true, i, "NO OBJ", 0, "NO OBJ".length())
                  || line.regionMatches(true, i, "NO LONG", 0, "NO LONG".length())))
          || (c == 'C'
              && (line.regionMatches(true, i, "CLASSIFICATION ", 0, "CLASSIFICATION ".length())
                  || line.regionMatches(true, i, "CIA HIST", 0, "CIA HIST".length())
                  || line.regionMatches(true, i, "CANCEL", 0, "CANCEL".length())))
          || (c == 'D' && line.startsWith("D E C ", i))) {
        return true;
      }
      if (opensStamp(c, i + 1 < line.length() ? Character.toUpperCase(line.charAt(i + 1)) : ' ')) {
        return true;
      }
    }
    return false;
  }

  /** The cross of a box in front of a stamp: {@code (x) DECLASSIFIED}. */
  private static boolean crosses(String line, int at) {
    char next = at + 1 < line.length() ? line.charAt(at + 1) : ' ';
    return line.charAt(at) == 'x' && !Character.isLetterOrDigit(next);
  }

  private static boolean endsWord(char c) {
    return !Character.isLetterOrDigit(c) && c != '|' && c != '!' && c != '\'' && c != '\u2019';
  }

  private static boolean opensStamp(char first, char second) {
    return switch (first) {
      case 'D' -> second == 'E' || second == '3' || second == 'F' || second == 'O';
      case 'A' -> second == 'P' || second == 'R' || second == 'L' || second == 'U';
      case 'R' -> second == 'E';
      case 'S' -> second == 'A';
      case 'U' ->
          second == '.'
              || second == 'S'
              || second == 'N'
              || second == 'P'
              || Character.isWhitespace(second);
      default -> false;
    };
  }

  /** Whether a line ends as one that only introduces an instruction. */
  static boolean mayIntroduce(String line) {
    int end = line.length();
    if (end > 0 && line.charAt(end - 1) == ':') {
      end--;
    }
    while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
      end--;
    }
    if (end > 0 && Character.isDigit(line.charAt(end - 1))) {
      return true;
    }
    for (String word : INTRODUCTIONS) {
      if (endsWith(line, end, word)) {
        return true;
      }
    }
    for (int behind = 0; behind <= BEHIND_AGENCY; behind++) {
      if (endsWith(line, end - behind, "AGENCY")) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(String line, int end, String word) {
    return line.regionMatches(true, end - word.length(), word, 0, word.length());
  }

  /** Whether ENTIRE stands near the beginning. */
  static boolean mayBeEntireText(String line) {
    char first = Character.toUpperCase(line.charAt(0));
    if (first != '(' && "TSCLU".indexOf(first) < 0 && !Character.isDigit(first)) {
      return false;
    }
    int most = Math.min(line.length(), BEFORE_ENTIRE);
    for (int i = 1; i < most; i++) {
      if (line.regionMatches(true, i, "ENTIRE", 0, "ENTIRE".length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether such a word begins with the capital at the place. */
  private static boolean isKeyword(String line, int i) {
    return switch (line.charAt(i)) {
      case 'D' ->
          any(
              line,
              i,
              "DECL",
              "Declass",
              "Derived From",
              "Derived from",
              "Downgraded to",
              "Downgraded To");
      case 'C' ->
          any(
              line,
              i,
              "Classification",
              "CLASSIFICATION",
              "CLASSIFIED BY",
              "Classified by",
              "Classified By",
              "CL BY");
      case 'O' -> any(line, i, "OADR");
      case 'G' ->
          any(
              line, i, "GDS", "GROUP 1", "GROUP 2", "GROUP 3", "GROUP 4", "Gp-", "Gp ", "GP-",
              "Group 1", "Group 2", "Group 3", "Group 4", "Group-", "Grp");
      case 'E' -> any(line, i, "EXEMPTION", "Exemption Category");
      case 'I' -> any(line, i, "ISCAP");
      case 'R' ->
          any(
              line,
              i,
              "REVIEW ON",
              "Review on",
              "RELEASE",
              "Release",
              "Reason:",
              "Regraded",
              "Reclassified");
      case 'U' -> any(line, i, "Upgraded");
      case 'N' -> any(line, i, "No longer", "No Longer");
      case 'S' -> any(line, i, "SEEN", "SYSTEM I");
      default -> false;
    };
  }

  private static boolean any(String line, int at, String... words) {
    for (String word : words) {
      if (line.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }
}
