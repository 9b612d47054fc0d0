package org.glasnost.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Spellings as a tree of their letters, to find those within a few steps of what was read: what
 * begins alike is compared once, and a beginning that is too far away already is not gone into.
 * Immutable. Finds what {@link Confusion#steps} says of each spelling, one by one.
 */
final class SpellingTree {
  private static final int ASCII = 128;

  /**
   * A spelling in reach.
   *
   * @param spelling the spelling
   * @param steps how far it is
   * @param order its place among the spellings
   */
  record Near(Lexicon.Spelling spelling, int steps, int order) {}

  /** One letter of some spellings; what may follow it is ordered as the letters of the tree. */
  private static final class Node {
    final char letter;
    final List<Node> next = new ArrayList<>();
    final List<Near> ends = new ArrayList<>();
    long letters;
    boolean level;

    Node(char letter) {
      this.letter = letter;
    }

    Node next(char c, long asked) {
      int at = Long.bitCount(letters & (asked - 1));
      if ((letters & asked) == 0) {
        next.add(at, new Node(c));
        letters |= asked;
      }
      return next.get(at);
    }
  }

  private final Node root = new Node('\0');
  private final String alphabet;

  /** The letters for which a character may have been read, as bits. */
  private final long[] meant = new long[ASCII];

  /**
   * @throws IllegalArgumentException if the spellings have more different letters than a long bits
   */
  SpellingTree(List<Lexicon.Spelling> spellings) {
    StringBuilder letters = new StringBuilder();
    spellings.stream()
        .flatMapToInt(spelling -> spelling.joined().chars())
        .distinct()
        .sorted()
        .forEach(c -> letters.append((char) c));
    this.alphabet = letters.toString();
    if (alphabet.length() > Long.SIZE) {
      throw new IllegalArgumentException("too many different letters: " + alphabet);
    }
    for (char read = 0; read < ASCII; read++) {
      for (int i = 0; i < alphabet.length(); i++) {
        meant[read] |= Confusion.mayStandFor(read, alphabet.charAt(i)) ? 1L << i : 0;
      }
    }
    for (int i = 0; i < spellings.size(); i++) {
      add(spellings.get(i), i);
    }
  }

  private void add(Lexicon.Spelling spelling, int order) {
    boolean level = Repair.isLevel(spelling.entry());
    Node node = root;
    for (char c : spelling.joined().toCharArray()) {
      node.level |= level;
      node = node.next(c, 1L << alphabet.indexOf(c));
    }
    node.level |= level;
    node.ends.add(new Near(spelling, 0, order));
  }

  private long meant(char read) {
    if (read < ASCII) {
      return meant[read];
    }
    int at = alphabet.indexOf(read);
    return at < 0 ? 0 : 1L << at;
  }

  /**
   * The spellings in reach of what was read, in the order in which the tree was given them.
   *
   * @param read letters without gaps, in upper case
   * @param reach how many steps a spelling may be away; a level one more
   * @param draft counts the letters looked at
   */
  List<Near> near(String read, int reach, Draft draft) {
    Search search = new Search(read, reach, draft);
    int[] row = new int[read.length() + 1];
    Arrays.fill(row, Confusion.FAR);
    row[0] = 0;
    for (int i = 1; i < row.length && Confusion.isStroke(read.charAt(i - 1)); i++) {
      row[i] = row[i - 1] + 1;
    }
    search.below(root, row, row, 0);
    search.found.sort(Comparator.comparingInt(Near::order));
    return search.found;
  }

  /** One search; a row holds the steps from each beginning of what was read to one beginning. */
  private final class Search {
    private final String read;
    private final int reach;
    private final Draft draft;
    private final List<Near> found = new ArrayList<>();

    Search(String read, int reach, Draft draft) {
      this.read = read;
      this.reach = reach;
      this.draft = draft;
    }

    void below(Node node, int[] row, int[] before, int depth) {
      int most = node.level ? reach + 1 : reach;
      long kept = kept(row, before, depth, most);
      long afterLost = afterLost(row, depth, most);
      long wanted = (afterLost == 0 ? kept : -1L) & node.letters;
      for (; wanted != 0; wanted &= wanted - 1) {
        long bit = Long.lowestOneBit(wanted);
        Node next = node.next.get(Long.bitCount(node.letters & (bit - 1)));
        if ((bit & kept) == 0 && (next.letters & afterLost) == 0 && next.ends.isEmpty()) {
          // Lost letters alone lead here, and none that was read leads on.
          continue;
        }
        draft.step(1);
        int[] more = row(next.letter, node.letter, row, before);
        int steps = more[read.length()];
        for (Near end : next.ends) {
          if (steps <= (Repair.isLevel(end.spelling().entry()) ? reach + 1 : reach)) {
            found.add(new Near(end.spelling(), steps, end.order()));
          }
        }
        below(next, more, row, depth + 1);
      }
    }

    /** The letters for which what was read may stand, so that a beginning stays in reach. */
    private long kept(int[] row, int[] before, int depth, int most) {
      long kept = 0;
      for (int i = 0; i < read.length(); i++) {
        if (row[i] + still(i, depth) <= most
            || (depth > 0 && before[i] + 1 + still(i, depth) <= most)) {
          kept |= meant(read.charAt(i));
        }
      }
      return kept;
    }

    /**
     * The letters that may follow where the next one is lost, whichever it is; 0: it may not be.
     */
    private long afterLost(int[] row, int depth, int most) {
      long after = 0;
      for (int i = 0; i < row.length; i++) {
        if (row[i] + 1 + still(i, depth + 1) > most) {
          continue;
        }
        if (i == read.length() || row[i] + 2 + still(i, depth + 2) <= most) {
          return -1L;
        }
        after |= meant(read.charAt(i));
      }
      return after;
    }

    /** A beginning longer or shorter by several letters has these still to lose. */
    private int still(int i, int depth) {
      return Math.max(0, Math.abs(i - depth) - 1);
    }

    /** The row of a beginning that is one letter longer. */
    private int[] row(char letter, char last, int[] row, int[] before) {
      int[] more = new int[row.length];
      more[0] = row[0] + 1;
      for (int i = 1; i < more.length; i++) {
        char here = read.charAt(i - 1);
        int least = row[i] + 1;
        if (Confusion.confusable(here, letter)) {
          least = Math.min(least, row[i - 1] + (here == letter ? 0 : 1));
        }
        if (Confusion.isStroke(here)) {
          least = Math.min(least, more[i - 1] + 1);
        }
        if (i > 1 && Confusion.merge(read.charAt(i - 2), here, letter)) {
          least = Math.min(least, row[i - 2] + 1);
        }
        if (Confusion.merge(last, letter, here)) {
          least = Math.min(least, before[i - 1] + 1);
        }
        more[i] = least;
      }
      return more;
    }
  }
}
