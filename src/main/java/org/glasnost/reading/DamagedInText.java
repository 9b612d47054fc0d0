package org.glasnost.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Damaged portion marks behind the first words of a line: after {@code 1. (U) Clean.} one with a
 * brace for a parenthesis Where no sentence begins only one with two slashes is taken for a mark.
 */
final class DamagedInText {
  /** Behind these a sentence begins. */
  private static final String ENDS = ".!?:;)}]\"\u201d";

  /** So far a mark and the first words behind it reach. */
  private static final int REACH = 100;

  /** What stands in front of a closing bracket of which the opening one is lost. */
  private static final int LONGEST_UNOPENED = 40;

  private final String text;
  private final int from;
  private final int to;
  private final MarkNeighbours beside;

  private DamagedInText(String text, int from, int to, MarkNeighbours beside) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.beside = beside;
  }

  /** The damaged marks of a stretch but one at its head. */
  static List<DamagedMark> in(String text, int from, int to, MarkNeighbours beside) {
    return new DamagedInText(text, from, to, beside).all();
  }

  private List<DamagedMark> all() {
    List<DamagedMark> found = new ArrayList<>();
    boolean open = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!DamagedMark.mayBeBracket(c)) {
        continue;
      }
      int start = -1;
      if (DamagedMark.OPENERS.indexOf(c) >= 0) {
        open = true;
        start = isApart(i) ? i : -1;
      } else if (DamagedMark.CLOSERS.indexOf(c) >= 0) {
        start = open ? -1 : unopened(i);
        open = false;
      }
      DamagedMark mark = start < 0 ? null : at(start);
      if (mark != null) {
        found.add(mark);
        // A mark may end in front of the bracket by which it was found: never go back.
        i = Math.max(i, mark.to() - 1);
        open = false;
      }
    }
    return found;
  }

  private @Nullable DamagedMark at(int start) {
    int end = Math.min(to, start + REACH);
    if (text.charAt(start) == '(') {
      Matcher whole = PortionMark.inText(text).region(start, end);
      if (whole.lookingAt()) {
        return null;
      }
    }
    DamagedMark mark = DamagedMark.exactly(text, start, end, beside);
    return mark != null && (begins(start) || isSlashed(mark)) ? mark : null;
  }

  private boolean isSlashed(DamagedMark mark) {
    int slashes = text.indexOf("//", mark.inner());
    return slashes >= 0 && slashes < mark.end();
  }

  private boolean isApart(int at) {
    return at > from && Character.isWhitespace(text.charAt(at - 1));
  }

  /** Whether a sentence may begin at a place. */
  private boolean begins(int start) {
    int last = start - 1;
    while (last >= from && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    return last < from || ENDS.indexOf(text.charAt(last)) >= 0;
  }

  /** Where the word begins that a closing bracket ends; negative where none does. */
  private int unopened(int close) {
    int start = close;
    while (start > from
        && close - start < LONGEST_UNOPENED
        && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start < close && isApart(start) ? start : -1;
  }
}
