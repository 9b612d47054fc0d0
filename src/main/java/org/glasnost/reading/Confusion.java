package org.glasnost.reading;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What optical character recognition confuses: the written set, and how many steps lie between what
 * was read and a word of a register.
 *
 * <p>A step is one of: a pair of {@link #PAIRS}, either way; one of {@link #MERGES}, either way; a
 * letter lost; a stroke ({@link #STROKES}) too many. Nothing else is a step. A word and its reading
 * differ by at most one character in length: CLASSIFIED is never UNCLASSIFIED. The set is printed
 * in {@code docs/spec/markings.md} and held against it by a test.
 */
final class Confusion {
  /** Characters taken for each other. */
  static final List<String> PAIRS =
      List.of(
          "0O", "0D", "0Q", "OQ", "OD", "OC", "OU", "1I", "1L", "1T", "IL", "I|", "1|", "L|", "I!",
          "1!", "L!", "IJ", "IT", "IF", "2Z", "3E", "38", "4A", "5S", "5E", "6G", "7T", "7F", "79",
          "8B", "8S", "9G", "AH", "AU", "AR", "BR", "BH", "BE", "CG", "CE", "CF", "DB", "DP", "EF",
          "FP", "FT", "HN", "HM", "HK", "MN", "MW", "NW", "NR", "NU", "PR", "PT", "PB", "PO", "RH",
          "RK", "UV", "VY", "TY", "XK", "XY");

  /** Two characters taken for one. */
  static final List<String> MERGES = List.of("RN:M", "VV:W", "CL:D", "LI:H", "II:N", "IN:M");

  /** Strokes that appear where nothing stood. */
  static final String STROKES = "1IL|!JT";

  /** More than this many steps is no repair. */
  static final int FAR = 9;

  private static final int ASCII = 128;

  /** The pairs, either way, at what was read times {@link #ASCII} and what was meant. */
  private static final BitSet SET = new BitSet(ASCII * ASCII);

  /** What two characters may be taken for. */
  private static final BitSet MERGED = new BitSet(ASCII);

  static {
    MERGES.forEach(merge -> MERGED.set(merge.charAt(3)));
    for (String pair : PAIRS) {
      SET.set(pair.charAt(0) * ASCII + pair.charAt(1));
      SET.set(pair.charAt(1) * ASCII + pair.charAt(0));
    }
  }

  private Confusion() {}

  /** Whether the one may have been read for the other. */
  static boolean confusable(char read, char meant) {
    return read == meant || (read < ASCII && meant < ASCII && SET.get(read * ASCII + meant));
  }

  /** Whether a stroke that may appear where nothing stood. */
  static boolean isStroke(char read) {
    return STROKES.indexOf(read) >= 0;
  }

  /** Whether two characters are taken for one. */
  static boolean merge(char first, char second, char one) {
    if (one >= ASCII || !MERGED.get(one)) {
      return false;
    }
    for (String merge : MERGES) {
      if (merge.charAt(0) == first && merge.charAt(1) == second && merge.charAt(3) == one) {
        return true;
      }
    }
    return false;
  }

  /** Whether a character may be what is left of a letter, alone or with a neighbour. */
  static boolean mayStandFor(char read, char meant) {
    return confusable(read, meant)
        || MERGES.stream()
            .anyMatch(
                merge ->
                    (merge.charAt(0) == read && merge.charAt(3) == meant)
                        || (merge.charAt(3) == read
                            && merge.indexOf(meant) >= 0
                            && merge.indexOf(meant) < 2));
  }

  /**
   * The least number of steps from what was read to the word; {@link #FAR} or more where there is
   * no way. Both in upper case.
   */
  static int steps(String read, String word) {
    if (Math.abs(read.length() - word.length()) > 1) {
      return FAR;
    }
    int letters = read.length();
    int[] twoBefore = new int[letters + 1];
    int[] before = new int[letters + 1];
    int[] row = new int[letters + 1];
    Arrays.fill(twoBefore, FAR);
    Arrays.fill(before, FAR);
    for (int j = 0; j <= word.length(); j++) {
      row[0] = j;
      for (int i = 1; i <= letters; i++) {
        row[i] = least(read, word, i, j, twoBefore, before, row[i - 1]);
      }
      int[] oldest = twoBefore;
      twoBefore = before;
      before = row;
      row = oldest;
    }
    return before[letters];
  }

  /** The least steps from so many characters read to so many of the word. */
  private static int least(
      String read, String word, int i, int j, int[] twoBefore, int[] before, int left) {
    char here = read.charAt(i - 1);
    int least = isStroke(here) ? left + 1 : FAR;
    if (j > 0) {
      char meant = word.charAt(j - 1);
      least = Math.min(least, before[i] + 1);
      if (confusable(here, meant)) {
        least = Math.min(least, before[i - 1] + (here == meant ? 0 : 1));
      }
      if (i > 1 && merge(read.charAt(i - 2), here, meant)) {
        least = Math.min(least, before[i - 2] + 1);
      }
      if (j > 1 && merge(word.charAt(j - 2), meant, here)) {
        least = Math.min(least, twoBefore[i - 1] + 1);
      }
    }
    return Math.min(least, FAR);
  }
}
