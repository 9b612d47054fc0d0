package org.glasnost.declassification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a classification authority block that stand beside the instruction: who classified,
 * from what source, why, and who extended it. Their words never are the instruction; a label whose
 * letters were taken for others is known all the same. Expects upper case.
 */
public final class AuthorityFields {
  private static final Pattern FIELD =
      Pattern.compile(
          "(?<![A-Z])(?:(C[L1I|!]A[S5](?:[S5][I1L|!]F[I1L|!]E[DO0]|SIF|S)?\\.?\\s{1,2}[B8]Y|CL\\.?\\s{1,2}BY)"
              + "|(D[E3]R[I1L|!]V[E3]D\\s{1,2}(?:FR[O0Q]M|FM)|DERV\\s{1,2}(?:FROM|FRM|FM|BY)"
              + "|DRV\\s{1,2}(?:FROM|FRM|FM))"
              + "|(R[E3]A[S5][O0Q]NS?(?:\\s{1,2}FOR\\s{1,2}CLASSIFICATION)?)"
              + "|(EXT(?:ENDED|D)?\\.?\\s{1,2}(?:(?:BYND|BEYOND)\\s{1,2}(?:6|SIX)\\s{1,2}Y(?:EA)?RS?\\.?"
              + "\\s{1,2})?BY))(?:\\s{0,2}:|\\s)\\s{0,3}");
  private static final Pattern NEXT =
      Pattern.compile(
          // The date of the source stands below its name.
          "\\n(?!\\s{0,8}DATED\\s{0,2}:?\\s{1,3}[\\dA-Z][^\\n]{0,24}(?:\\n|$))|;|(?<![A-Z0-9])(?:DECL(?:AS|ASS)?|DECLASSIF(?:Y|IED|ICATION)|AUTOMATICALLY"
              + "|DERV|DERIVED|DRV|REASONS?(?=\\s{0,2}:|\\s{1,2}\\d)|RE?VW|DNG|DOWNGRADED?"
              + "|REVIEW(?=\\s{0,2}:|\\s{1,2}(?:ON|FOR|\\d))"
              + "|CL\\s{1,2}BY|CLASSIFIED\\s{1,2}BY|EXT(?:ENDED|D)?\\.?\\s{1,2}(?:BYND|BEYOND|BY)|OADR|X?GDS|ADS|[RX]DS|E-?\\d[\\s,;]{1,3}IMPDET"
              + "|EXEMPT(?:ED)?\\s{1,3}FROM|EXCLUDED\\s{1,3}FROM|SUBJECT\\s{1,3}TO|G(?:ROU)?P[\\s-]{1,3}[1-4]"
              + "|(?:25|50|75)X\\d|E\\.?\\s?O\\.?\\s?1\\d{4}(?!,?\\s{1,2}(?:SEC(?:TION|\\.)?)?\\s{0,2}\\d\\.\\d)|SOURCES?\\s{1,3}MARKED|DATE\\s{1,3}OF\\s{1,3}SOURCE)"
              + "(?![A-Z])");

  /** What a field tells. */
  public enum Kind {
    /** Who classified. */
    CLASSIFIED_BY,
    /** From what source. */
    DERIVED_FROM,
    /** Why. */
    REASON,
    /** Who let it last beyond the six years of E.O. 12065. */
    EXTENDED_BY
  }

  /**
   * One field.
   *
   * @param kind what it tells
   * @param from index of its label
   * @param to index after its last word
   * @param filled whether anything stands behind the label
   */
  public record Field(Kind kind, int from, int to, boolean filled) {}

  private AuthorityFields() {}

  /** The fields, in order, none overlapping. */
  public static List<Field> in(String upper) {
    List<Field> fields = new ArrayList<>();
    Matcher field = FIELD.matcher(upper);
    int at = 0;
    while (at < upper.length() && field.find(at)) {
      Matcher next = NEXT.matcher(upper).region(field.end(), upper.length());
      int to = next.useTransparentBounds(true).find() ? next.start() : upper.length();
      Kind kind =
          field.group(1) != null
              ? Kind.CLASSIFIED_BY
              : field.group(2) != null
                  ? Kind.DERIVED_FROM
                  : field.group(3) != null ? Kind.REASON : Kind.EXTENDED_BY;
      fields.add(
          new Field(
              kind,
              field.start(),
              field.start() + upper.substring(field.start(), to).stripTrailing().length(),
              holdsAWord(upper, field.end(), to)));
      at = Math.max(to, field.end());
    }
    return fields;
  }

  /** Whether a letter or a digit stands there: lines to write on and dots fill nothing. */
  private static boolean holdsAWord(String upper, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(upper.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The text with a line break in place of each field. */
  static String without(String upper) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    for (Field field : in(upper)) {
      left.append(upper, at, field.from()).append('\n');
      at = field.to();
    }
    return left.append(upper, at, upper.length()).toString();
  }
}
