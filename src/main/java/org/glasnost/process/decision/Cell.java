package org.glasnost.process.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The condition of one cell: the part of FEEL that can be judged exactly. Nothing or {@code -} for
 * any value; values with commas; {@code <}, {@code <=}, {@code >}, {@code >=} and ranges of whole
 * numbers; {@code not(…)} around a list of these.
 */
public final class Cell {
  private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"");
  private static final String NUMBER = "(-?[0-9]{1,9})";
  private static final Pattern SINGLE = Pattern.compile("(<=|>=|<|>)?\\s*" + NUMBER);
  private static final Pattern RANGE =
      Pattern.compile("([\\[(\\]])\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*([\\])\\[])");
  private static final int LONGEST = 1000;

  private final String text;
  private final boolean negated;
  private final List<Alternative> alternatives;

  private Cell(String text, boolean negated, List<Alternative> alternatives) {
    this.text = text;
    this.negated = negated;
    this.alternatives = List.copyOf(alternatives);
  }

  /** A cell is not understood, or names what never comes. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    private final String rule;

    Fault(String rule, String message) {
      super(message);
      this.rule = rule;
    }

    String rule() {
      return rule;
    }

    String told() {
      return String.valueOf(getMessage());
    }
  }

  /** One of the values or ranges that a cell lists. */
  private interface Alternative {
    boolean admits(Object value);
  }

  private record Exactly(Object value) implements Alternative {
    @Override
    public boolean admits(Object other) {
      return value.equals(other);
    }
  }

  /** Whole numbers from one to another, both included. */
  private record Between(long from, long to) implements Alternative {
    @Override
    public boolean admits(Object other) {
      return other instanceof Integer number && number >= from && number <= to;
    }
  }

  /** The text as it stands in the table; {@code -} where it is empty. */
  public String text() {
    return text.isEmpty() ? "-" : text;
  }

  /** Whether a value of the column's domain satisfies the cell. */
  public boolean admits(Object value) {
    return (alternatives.isEmpty() || alternatives.stream().anyMatch(each -> each.admits(value)))
        != negated;
  }

  /**
   * Reads a cell.
   *
   * @throws Fault under DPL-0049 if it is not understood, under DPL-0050 if it names a value that
   *     the input never has
   */
  static Cell read(String written, Domain domain) throws Fault {
    String text = written.strip();
    if (text.length() > LONGEST) {
      throw new Fault("DPL-0049", "A cell has at most " + LONGEST + " characters.");
    }
    if (text.isEmpty() || text.equals("-")) {
      return new Cell(text, false, List.of());
    }
    Matcher not = NOT.matcher(text);
    boolean negated = not.matches();
    List<Alternative> alternatives = new ArrayList<>();
    for (String part : (negated ? not.group(1) : text).split(",", -1)) {
      alternatives.add(alternative(part.strip(), domain));
    }
    return new Cell(text, negated, alternatives);
  }

  private static Alternative alternative(String part, Domain domain) throws Fault {
    if (domain instanceof Domain.Words words) {
      Matcher word = WORD.matcher(part);
      if (word.matches()) {
        return new Exactly(known(word.group(1), words));
      }
    } else if (domain instanceof Domain.Truth) {
      if (part.equals("true") || part.equals("false")) {
        return new Exactly(Boolean.valueOf(part));
      }
    } else if (domain instanceof Domain.Numbers numbers) {
      Matcher single = SINGLE.matcher(part);
      if (single.matches()) {
        return compared(single.group(1), known(single.group(2), numbers));
      }
      Matcher range = RANGE.matcher(part);
      if (range.matches()) {
        return range(range, numbers);
      }
    }
    throw new Fault(
        "DPL-0049",
        "'%s' is no condition that a cell here may hold; the input is %s."
            .formatted(shown(part), domain.told()));
  }

  private static Alternative compared(@Nullable String sign, int number) throws Fault {
    if (sign == null) {
      return new Exactly(number);
    }
    return switch (sign) {
      case "<" -> new Between(Long.MIN_VALUE, number - 1L);
      case "<=" -> new Between(Long.MIN_VALUE, number);
      case ">" -> new Between(number + 1L, Long.MAX_VALUE);
      case ">=" -> new Between(number, Long.MAX_VALUE);
      default -> throw new Fault("DPL-0049", "'" + sign + "' compares nothing here.");
    };
  }

  private static Alternative range(Matcher range, Domain.Numbers numbers) throws Fault {
    int from = known(range.group(2), numbers);
    int to = known(range.group(3), numbers);
    if (from > to) {
      throw new Fault("DPL-0049", "The range " + range.group() + " runs backwards.");
    }
    return new Between(
        range.group(1).equals("[") ? from : from + 1L, range.group(4).equals("]") ? to : to - 1L);
  }

  private static String known(String word, Domain.Words words) throws Fault {
    if (!words.admits(word)) {
      throw new Fault(
          "DPL-0050", "\"%s\" never comes; the input is %s.".formatted(shown(word), words.told()));
    }
    return word;
  }

  private static int known(String digits, Domain.Numbers numbers) throws Fault {
    int number = Integer.parseInt(digits);
    if (!numbers.admits(number)) {
      throw new Fault(
          "DPL-0050", "%s never comes; the input is %s.".formatted(digits, numbers.told()));
    }
    return number;
  }

  private static String shown(String part) {
    return part.length() <= 60 ? part : part.substring(0, 60) + "…";
  }

  /**
   * One value for each part of a domain that the cells of a column tell apart: whatever a rule says
   * of that value, it says of the whole part.
   */
  static List<Object> parts(Domain domain, List<Cell> column) {
    if (domain instanceof Domain.Words words) {
      return List.copyOf(words.words());
    }
    if (domain instanceof Domain.Numbers numbers) {
      TreeSet<Integer> starts = new TreeSet<>();
      starts.add(numbers.least());
      for (Cell cell : column) {
        for (Alternative each : cell.alternatives) {
          Between span = each instanceof Between between ? between : of((Exactly) each);
          for (long start : new long[] {span.from(), span.to() + 1}) {
            if (start > numbers.least() && start <= numbers.most()) {
              starts.add((int) start);
            }
          }
        }
      }
      return List.copyOf(starts);
    }
    return List.of(true, false);
  }

  private static Between of(Exactly exactly) {
    int number = (Integer) exactly.value();
    return new Between(number, number);
  }

  @Override
  public String toString() {
    return text();
  }
}
