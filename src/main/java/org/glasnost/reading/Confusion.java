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

  static {
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
                        || (merge.charAt(3) == read && merge.indexOf(meant) < 2)
                            && merge.indexOf(meant) >= 0);
  }

  /**
   * The least number of steps from what was read to the word; {@link #FAR} or more where there is
   * no way. Both in upper case.
   */
  static int steps(String read, String word) {
    if (Math.abs(read.length() - word.length()) > 1) {
      return FAR;
    }
    int[][] least = new int[read.length() + 1][word.length() + 1];
    for (int[] row : least) {
      Arrays.fill(row, FAR);
    }
    least[0][0] = 0;
    for (int i = 0; i <= read.length(); i++) {
      for (int j = 0; j <= word.length(); j++) {
        if (least[i][j] < FAR) {
          spread(read, word, least, i, j);
        }
      }
    }
    return least[read.length()][word.length()];
  }

  private static void spread(String read, String word, int[][] least, int i, int j) {
    int here = least[i][j];
    if (j < word.length()) {
      relax(least, i, j + 1, here + 1);
    }
    if (i < read.length()) {
      if (isStroke(read.charAt(i))) {
        relax(least, i + 1, j, here + 1);
      }
      if (j < word.length() && confusable(read.charAt(i), word.charAt(j))) {
        relax(least, i + 1, j + 1, here + (read.charAt(i) == word.charAt(j) ? 0 : 1));
      }
    }
    for (String merge : MERGES) {
      String two = merge.substring(0, 2);
      String one = merge.substring(3);
      if (read.startsWith(two, i) && word.startsWith(one, j)) {
        relax(least, i + 2, j + 1, here + 1);
      }
      if (read.startsWith(one, i) && word.startsWith(two, j)) {
        relax(least, i + 1, j + 2, here + 1);
      }
    }
  }

  private static void relax(int[][] least, int i, int j, int value) {
    if (value < least[i][j]) {
      least[i][j] = value;
    }
  }
}
