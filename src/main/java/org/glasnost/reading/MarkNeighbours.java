package org.glasnost.reading;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What else stands in a text in which a damaged portion mark may stand: whole ones, and the numbers
 * and letters of a list. Looked for once, and only when it is asked. Used by one thread.
 */
final class MarkNeighbours {
  /** So many other numbers in parentheses make a list. */
  private static final int LIST = 2;

  private static final String OF_LEVELS = "SCU";

  private final String text;
  private @Nullable Set<String> listed;
  private @Nullable Boolean marks;

  MarkNeighbours(String text) {
    this.text = text;
  }

  /** Whether a line of the text begins with a whole portion mark. */
  boolean hasMarks() {
    if (marks == null) {
      marks = findMarks();
    }
    return marks;
  }

  private boolean findMarks() {
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      while (line < end && Character.isWhitespace(text.charAt(line))) {
        line++;
      }
      int open = line;
      int most = Math.min(end, line + PortionMark.LONGEST_NUMBER);
      while (open < most && text.charAt(open) != '(') {
        open++;
      }
      if (open < most) {
        Matcher mark = PortionMark.leading(text).region(line, end);
        if (mark.lookingAt()) {
          return true;
        }
      }
      line = end + 1;
    }
    return false;
  }

  /** Whether a single letter or a number is one of a list, by those beside it. */
  boolean isListed(String item, boolean numbered) {
    Set<String> all = listed();
    if (item.length() > 2 || item.isEmpty()) {
      return false;
    }
    char first = item.charAt(0);
    if (!isDigits(item)) {
      return item.length() == 1 && (stands(all, first - 1) || stands(all, first + 1));
    }
    int number = Integer.parseInt(item);
    boolean beside =
        all.contains(Integer.toString(number - 1)) || all.contains(Integer.toString(number + 1));
    long others =
        all.stream().filter(other -> isDigits(other) && !other.equals(item)).limit(LIST).count();
    return beside || (!numbered && others == LIST);
  }

  /** S, C and U are marks themselves. */
  private static boolean stands(Set<String> all, int letter) {
    return OF_LEVELS.indexOf(letter) < 0 && all.contains(Character.toString(letter));
  }

  private static boolean isDigits(String item) {
    for (int i = 0; i < item.length(); i++) {
      if (item.charAt(i) < '0' || item.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Single letters, and numbers of up to two digits, that a parenthesis closes. */
  private Set<String> listed() {
    if (listed == null) {
      listed = new HashSet<>();
      for (int at = text.indexOf(')'); at >= 0; at = text.indexOf(')', at + 1)) {
        int from = at;
        while (from > 0 && at - from < 3 && isPlain(text.charAt(from - 1))) {
          from--;
        }
        String item = text.substring(from, at);
        if (item.length() == 1 || (item.length() == 2 && isDigits(item))) {
          listed.add(item);
        }
      }
    }
    return listed;
  }

  private static boolean isPlain(char c) {
    return Character.isLetterOrDigit(c);
  }
}
