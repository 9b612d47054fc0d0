package org.glasnost.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A portion mark at the head of a line that scanning has damaged: a brace for a parenthesis, {@code
 * (5)}, {@code (T S)}, {@code S)}. Brackets of another form are put right and the repair is told; a
 * letter of so short a word is never put right ({@link Repair}), and where an opening bracket is
 * lost a T may be lost with it: such a mark leaves the level open.
 *
 * @param from where it begins
 * @param to the index after it
 * @param inner where what stands in its brackets begins
 * @param end where that ends
 * @param damage what is wrong with it
 */
record DamagedMark(int from, int to, int inner, int end, Damage damage) {
  /** What is wrong with a mark. */
  enum Damage {
    /** Its letters are whole, its brackets are others. */
    BRACKETS,
    /** What closes it is lost, and perhaps more. */
    UNCLOSED,
    /** What opens it is lost, and perhaps a letter with it. */
    UNOPENED,
    /** Its brackets are whole; today's grammar says what the letters are. */
    LETTERS,
    /** Its letters may be those of a level. */
    LIKENESS
  }

  private enum Brackets {
    ROUND,
    MIXED,
    SQUARE,
    UNOPENED,
    UNCLOSED
  }

  static final String OPENERS = "({[<\uFF08\uFF5B\uFF3B";
  static final String CLOSERS = ")}]>\uFF09\uFF5D\uFF3D";

  /** A bracket or slash of a mark stands before this place. */
  private static final int SIGN = 28;

  private static final int LONGEST = 200;
  private static final int LONGEST_WORD = 4;

  /** A level spelled out, with a letter too many. */
  private static final int LONGEST_SPELLED = 14;

  private static final int STEPS = 2;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:(?:[Pp]ara(?:graph)?|PARA(?:GRAPH)?)\\.?\\s{1,2})?"
              + "(?:\\(?\\d{1,3}(?:\\.(?:\\d{1,3}|[a-z])){0,3}(?:[.):]{0,2})|\\(?[IVX]{1,5}[.)]"
              + "|\\(?[A-Za-z][.)]|[-*\u2022\u00b6\u00a7])\\s{1,8}");

  /** A word of running text behind the first in brackets. */
  private static final Pattern RUNS_ON = Pattern.compile("\\s[A-Z]?[a-z]{2}");

  private static final List<String> LEVELS = List.of("TS", "S", "C", "U");

  /**
   * The damaged mark at the head of a stretch; null where none stands.
   *
   * @param text the text
   * @param from where the stretch begins
   * @param to where it ends
   * @param beside what else stands in the whole text
   */
  static @Nullable DamagedMark at(String text, int from, int to, MarkNeighbours beside) {
    if (!maySign(text, from, to)) {
      return null;
    }
    Matcher number = NUMBER.matcher(text).region(from, to);
    if (number.lookingAt()) {
      DamagedMark behind = new Look(text, number.end(), to, true, beside).mark();
      if (behind != null) {
        return behind;
      }
    }
    return new Look(text, from, to, false, beside).mark();
  }

  /** The damaged mark that begins at that very place; null where none does. */
  static @Nullable DamagedMark exactly(String text, int from, int to, MarkNeighbours beside) {
    return new Look(text, from, to, false, beside).mark();
  }

  /** Cheap test: the letters and the blank, of which a text is made, are no brackets. */
  static boolean mayBeBracket(char c) {
    return c > 'z' || (c < 'A' ? c > ' ' : c > 'Z' && c < 'a');
  }

  /** Cheap test: a bracket stands near the head, or a slash behind a level's letter. */
  private static boolean maySign(String text, int from, int to) {
    int most = Math.min(to, from + SIGN);
    for (int i = from; i < most; i++) {
      char c = text.charAt(i);
      if (mayBeBracket(c)
          && (OPENERS.indexOf(c) >= 0
              || CLOSERS.indexOf(c) >= 0
              || (c == '/' && i > from && "SC".indexOf(text.charAt(i - 1)) >= 0))) {
        return true;
      }
    }
    return false;
  }

  /** Reads it as what it is. */
  void read(Draft draft, ModernMarking modern) {
    String written = draft.text().substring(from, to);
    if (damage == Damage.LIKENESS) {
      draft.find(
          ReadingRule.UNREADABLE.of(
              written, "'" + written + "' may be a damaged portion mark: a person must say."),
          from);
      draft.span(from, to, Span.Meaning.UNKNOWN);
      draft.openLevel();
      draft.doubt(0.5);
      return;
    }
    if (damage != Damage.LETTERS) {
      String mark = "(" + draft.text().substring(inner, end).strip() + ")";
      draft.find(
          ReadingRule.REPAIRED
              .of(written, "Its brackets are damaged; read as " + mark + ".")
              .suggesting(mark),
          from);
      draft.doubt(0.85);
    }
    draft.inPortion(true);
    modern.inside(draft, new Sentence(inner, end));
    draft.inPortion(false);
    if (damage == Damage.UNOPENED) {
      // A T may be lost with the bracket.
      draft.openLevel();
    } else if (damage == Damage.UNCLOSED || isLowest(draft.text())) {
      draft.needReview();
    }
  }

  /** The same in a text that begins elsewhere. */
  DamagedMark movedBy(int more) {
    return new DamagedMark(from + more, to + more, inner + more, end + more, damage);
  }

  private boolean isLowest(String text) {
    return text.startsWith("U", inner) || text.startsWith("u", inner);
  }

  /** One look at what may be a mark. */
  private record Look(String text, int from, int to, boolean numbered, MarkNeighbours beside) {
    @Nullable DamagedMark mark() {
      if (from >= to) {
        return null;
      }
      boolean opened = OPENERS.indexOf(text.charAt(from)) >= 0;
      int inner = opened ? from + 1 : from;
      int close = close(inner);
      if (close >= 0 && isWhole(inner, close)) {
        Brackets brackets = opened ? brackets(text.charAt(from), text.charAt(close)) : null;
        return judged(inner, close, close + 1, brackets == null ? Brackets.UNOPENED : brackets);
      }
      int end = inner;
      while (end < to && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      if (!opened) {
        boolean bare =
            MarkLetters.isWithoutBrackets(text.substring(from, end), text.substring(end, to));
        return bare ? new DamagedMark(from, end, from, end, Damage.LIKENESS) : null;
      }
      return end < to ? judged(inner, end, end, Brackets.UNCLOSED) : null;
    }

    /** Where the next closing bracket stands; negative where none does before another opens. */
    private int close(int inner) {
      int most = Math.min(to, inner + LONGEST);
      int breaks = 0;
      for (int i = inner; i < most; i++) {
        char c = text.charAt(i);
        if (CLOSERS.indexOf(c) >= 0) {
          return i;
        }
        breaks += c == '\n' ? 1 : 0;
        if (breaks > 1 || OPENERS.indexOf(c) >= 0) {
          return -1;
        }
      }
      return -1;
    }

    private boolean isWhole(int inner, int close) {
      return !RUNS_ON.matcher(text).region(inner, close).find();
    }

    private static Brackets brackets(char open, char close) {
      int kind = OPENERS.indexOf(open);
      if (kind != CLOSERS.indexOf(close)) {
        return Brackets.MIXED;
      }
      return kind == 0 ? Brackets.ROUND : kind == 2 || kind == 3 ? Brackets.SQUARE : Brackets.MIXED;
    }

    private @Nullable DamagedMark judged(int inner, int end, int after, Brackets brackets) {
      boolean apart = after == to || Character.isWhitespace(text.charAt(after));
      Piece within = Piece.trimmed(text, inner, end);
      String content = within.text();
      int slashes = MarkLetters.slashes(content);
      if (slashes >= 0) {
        return MarkLetters.isHead(content, slashes)
            ? new DamagedMark(from, after, inner, end, whenRead(brackets))
            : null;
      }
      if (MarkLetters.hasStrokes(content)) {
        return apart && beginsText(after)
            ? new DamagedMark(from, after, inner, end, Damage.LIKENESS)
            : null;
      }
      int slash = MarkLetters.slash(content);
      String word = slash < 0 ? content : content.substring(0, slash);
      String core = MarkLetters.plain(word);
      if (core.isEmpty()) {
        return null;
      }
      if (core.length() > LONGEST_WORD) {
        return apart && slash < 0 && isSpelled(core, brackets, after)
            ? new DamagedMark(from, after, inner, end, Damage.LIKENESS)
            : null;
      }
      boolean control = slash > 0 && MarkLetters.isControl(content.substring(slash + 1));
      if (slash >= 0 && !control) {
        return null;
      }
      if (LEVELS.contains(core)) {
        boolean glued = after < to && Character.isUpperCase(text.charAt(after));
        boolean clean =
            brackets == Brackets.ROUND
                && apart
                && content.length() == end - inner
                && isClean(inner, content, core, slash);
        return (apart || (glued && brackets == Brackets.ROUND))
                && !clean
                && (control || stands(core, brackets, after))
            ? new DamagedMark(
                from,
                after,
                within.from(),
                slash < 0 ? within.from() + MarkLetters.wordEnd(word) : end,
                brackets == Brackets.ROUND && apart && content.indexOf(' ') < 0
                    ? Damage.BRACKETS
                    : whenRead(brackets))
            : null;
      }
      return apart && isLike(core, brackets, after, control)
          ? new DamagedMark(from, after, inner, end, Damage.LIKENESS)
          : null;
    }

    private boolean isClean(int inner, String content, String core, int slash) {
      return text.startsWith(core, inner)
          && content.startsWith(core)
          && (slash < 0
              ? content.equals(core)
              : slash == core.length() && "/-".indexOf(content.charAt(slash)) >= 0);
    }

    private static Damage whenRead(Brackets brackets) {
      return switch (brackets) {
        case ROUND -> Damage.LETTERS;
        case MIXED, SQUARE -> Damage.BRACKETS;
        case UNCLOSED -> Damage.UNCLOSED;
        case UNOPENED -> Damage.UNOPENED;
      };
    }

    /** Whether whole letters of a level in damaged brackets are a mark. */
    private boolean stands(String core, Brackets brackets, int after) {
      boolean high = core.endsWith("S");
      return switch (brackets) {
        case ROUND -> high || beside.hasMarks();
        case MIXED -> true;
        case SQUARE -> numbered || core.length() > 1 || beside.hasMarks();
        case UNOPENED ->
            (numbered && high)
                || core.length() > 1
                || (beside.hasMarks() && !beside.isListed(core, numbered));
        case UNCLOSED ->
            beginsText(after)
                && (closesLater(after)
                    ? high && beside.hasMarks()
                    : (high && beginsUpper(after)) || beside.hasMarks());
      };
    }

    private boolean isLike(String core, Brackets brackets, int after, boolean control) {
      boolean levels = LEVELS.stream().anyMatch(level -> level.equalsIgnoreCase(core));
      boolean near = levels || isNear(core);
      if (!near || !(control || beginsText(after))) {
        return false;
      }
      if (control) {
        return true;
      }
      boolean open =
          switch (brackets) {
            case ROUND, MIXED, SQUARE -> true;
            case UNOPENED -> !levels;
            case UNCLOSED -> !levels && !closesLater(after) && beginsUpper(after);
          };
      return open && beside.hasMarks() && !beside.isListed(core, numbered);
    }

    /** A level spelled out with a letter of it damaged, where others stand. */
    private boolean isSpelled(String core, Brackets brackets, int after) {
      return core.length() <= LONGEST_SPELLED
          && brackets != Brackets.UNOPENED
          && brackets != Brackets.UNCLOSED
          && Resemblance.isNear(core.toUpperCase(Locale.ROOT))
          && beginsText(after)
          && beside.hasMarks();
    }

    /**
     * Whether letters are those of a level within the confusion set, or begin as TOP SECRET does
     * where a number says that a paragraph's mark stands here.
     */
    private boolean isNear(String core) {
      if (core.chars().anyMatch(Character::isLowerCase)) {
        return false;
      }
      if (numbered && core.length() == 2 && core.charAt(0) == 'T') {
        return true;
      }
      if (core.indexOf('$') >= 0) {
        return isNear(core.replace('$', 'S'));
      }
      boolean digits = core.chars().allMatch(c -> c >= '0' && c <= '9');
      int most = core.length() == 1 || (digits && !numbered) ? 1 : STEPS;
      return LEVELS.stream().anyMatch(level -> Confusion.steps(core, level) <= most);
    }

    private boolean beginsText(int after) {
      return Piece.trimmed(text, after, to).length() > 0;
    }

    private boolean beginsUpper(int after) {
      Piece rest = Piece.trimmed(text, after, to);
      return rest.length() > 0 && Character.isUpperCase(text.charAt(rest.from()));
    }

    private boolean closesLater(int after) {
      for (int i = after; i < to; i++) {
        if (text.charAt(i) == '(') {
          return false;
        }
        if (text.charAt(i) == ')') {
          return true;
        }
      }
      return false;
    }
  }
}
