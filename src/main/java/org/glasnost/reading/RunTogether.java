package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Words between which nothing but blanks stands, as in {@code RUFF UMBRA} or {@code NOFORN REL TO
 * USA, GBR}: none of them is lost because no slash parts them.
 */
final class RunTogether {
  /** No more words than that stand in one marking without a separator. */
  private static final int MOST = 24;

  private RunTogether() {}

  /**
   * The words of an item, the longest first; what lies between two of them is one piece. One piece,
   * or none, where none of them is known.
   *
   * @param item the item
   * @param isWord whether a piece is one word of a register
   */
  static List<Piece> words(Piece item, Predicate<Piece> isWord) {
    List<Piece> blanks = item.words(0, "");
    if (blanks.size() < 2 || blanks.size() > MOST) {
      return List.of(item);
    }
    List<Piece> words = new ArrayList<>();
    boolean known = false;
    int open = 0;
    int i = 0;
    while (i < blanks.size()) {
      int next = blanks.size();
      while (next > i && !isWord.test(over(item, blanks, i, next))) {
        next--;
      }
      if (next > i) {
        if (open < i) {
          words.add(over(item, blanks, open, i));
        }
        words.add(over(item, blanks, i, next));
        known = true;
        i = next;
        open = next;
      } else {
        i++;
      }
    }
    if (open < blanks.size() && known) {
      words.add(over(item, blanks, open, blanks.size()));
    }
    return words;
  }

  private static Piece over(Piece item, List<Piece> words, int from, int to) {
    int start = item.from();
    return item.inner(words.get(from).from() - start, words.get(to - 1).to() - start);
  }
}
