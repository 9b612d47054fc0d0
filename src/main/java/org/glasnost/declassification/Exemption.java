package org.glasnost.declassification;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A designator that exempts information from automatic declassification, such as {@code 25X6} or
 * {@code 50X1-HUM}.
 *
 * <p>Source: 32 CFR 2001.26(a). A designator names a category; whether the Panel approved it is not
 * part of it.
 *
 * @param term after how many years the exemption takes over
 * @param category 1 to 9, the paragraph of section 3.3(b) of E.O. 13526
 * @param suffix what the designator adds, or null
 */
public record Exemption(Term term, int category, @Nullable Suffix suffix) {
  private static final Pattern FORM =
      Pattern.compile(
          "(25|50|75)\\s*X\\s*([1-9])(?:\\s*-\\s*(HUM(?:AN)?|WMD))?", Pattern.CASE_INSENSITIVE);

  /** The age at which the exempted information would otherwise be declassified. */
  public enum Term {
    /** Exempt at 25 years, up to 50. */
    AT_25(25, 50),
    /** Exempt at 50 years, up to 75. */
    AT_50(50, 75),
    /** Exempt at 75 years; the Panel sets the end. */
    AT_75(75, null);

    private final int years;
    private final @Nullable Integer ceiling;

    Term(int years, @Nullable Integer ceiling) {
      this.years = years;
      this.ceiling = ceiling;
    }

    /** Years from origin at which the exemption takes over. */
    public int years() {
      return years;
    }

    /** Years from origin that it may last at most, or null where only the Panel's date counts. */
    public @Nullable Integer ceiling() {
      return ceiling;
    }
  }

  /** The two kinds of information that have a designator of their own. */
  public enum Suffix {
    /** A confidential human source or a human intelligence source. */
    HUMAN_SOURCE,
    /** Key design concepts of weapons of mass destruction. */
    WMD_DESIGN
  }

  /**
   * @throws IllegalArgumentException if the category is not 1 to 9, or the suffix does not belong
   *     to it
   */
  public Exemption {
    if (category < 1 || category > 9) {
      throw new IllegalArgumentException("no exemption category " + category);
    }
    if (suffix != null
        && category
            != switch (suffix) {
              case HUMAN_SOURCE -> 1;
              case WMD_DESIGN -> 2;
            }) {
      throw new IllegalArgumentException(suffix + " is not of category " + category);
    }
  }

  /** Reads a designator that stands alone; empty where the text is none. */
  public static Optional<Exemption> parse(String text) {
    Matcher m = FORM.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    Term term =
        switch (m.group(1)) {
          case "25" -> Term.AT_25;
          case "50" -> Term.AT_50;
          default -> Term.AT_75;
        };
    int category = m.group(2).charAt(0) - '0';
    String tail = m.group(3);
    if (tail == null) {
      return Optional.of(new Exemption(term, category, null));
    }
    boolean human = tail.regionMatches(true, 0, "HUM", 0, 3);
    if (category != (human ? 1 : 2) || term == Term.AT_75 || (!human && term == Term.AT_25)) {
      return Optional.empty();
    }
    return Optional.of(
        new Exemption(term, category, human ? Suffix.HUMAN_SOURCE : Suffix.WMD_DESIGN));
  }

  /**
   * Whether by rule the designator carries no date of its own: {@code 50X1-HUM}, {@code 50X2-WMD},
   * and {@code 25X1-human}, which became the first of them.
   */
  public boolean carriesNoDate() {
    return suffix != null;
  }

  /** As it is written today; {@code 25X1-human} becomes {@code 50X1-HUM}. */
  public String designator() {
    if (suffix != null) {
      return switch (suffix) {
        case HUMAN_SOURCE -> "50X1-HUM";
        case WMD_DESIGN -> "50X2-WMD";
      };
    }
    return term.years() + "X" + category;
  }
}
