package org.glasnost.declassification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a classification authority block that stand beside the instruction: who classified,
 * from what source, and why. Their words never are the instruction. Expects upper case.
 */
public final class AuthorityFields {
  private static final Pattern FIELD =
      Pattern.compile(
          "(?<![A-Z])(?:(CLAS(?:SIFIED|SIF|S)?\\.?\\s{1,2}BY|CL\\.?\\s{1,2}BY)"
              + "|(DERIVED\\s{1,2}(?:FROM|FM)|DERV\\s{1,2}(?:FROM|FRM|FM|BY)|DRV\\s{1,2}(?:FROM|FRM|FM))"
              + "|(REASONS?(?:\\s{1,2}FOR\\s{1,2}CLASSIFICATION)?))(?:\\s{0,2}:|\\s)\\s{0,3}");
  private static final Pattern NEXT =
      Pattern.compile(
          "\\n|;|(?<![A-Z0-9])(?:DECL(?:AS|ASS)?|DECLASSIF(?:Y|IED|ICATION)|AUTOMATICALLY"
              + "|DERV|DERIVED|DRV|REASONS?(?=\\s{0,2}:|\\s{1,2}\\d)|RE?VW|DNG|DOWNGRADED?"
              + "|REVIEW(?=\\s{0,2}:|\\s{1,2}(?:ON|FOR|\\d))"
              + "|CL\\s{1,2}BY|CLASSIFIED\\s{1,2}BY|OADR|X?GDS|ADS|[RX]DS|E-?\\d[\\s,;]{1,3}IMPDET"
              + "|EXEMPT(?:ED)?\\s{1,3}FROM|EXCLUDED\\s{1,3}FROM|SUBJECT\\s{1,3}TO|G(?:ROU)?P[\\s-]{1,3}[1-4]"
              + "|(?:25|50|75)X\\d|E\\.?\\s?O\\.?\\s?1\\d{4}|SOURCES?\\s{1,3}MARKED|DATE\\s{1,3}OF\\s{1,3}SOURCE)"
              + "(?![A-Z])");

  /** What a field tells. */
  public enum Kind {
    /** Who classified. */
    CLASSIFIED_BY,
    /** From what source. */
    DERIVED_FROM,
    /** Why. */
    REASON
  }

  /**
   * One field.
   *
   * @param kind what it tells
   * @param from index of its label
   * @param to index after its last word
   */
  public record Field(Kind kind, int from, int to) {}

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
              : field.group(2) != null ? Kind.DERIVED_FROM : Kind.REASON;
      fields.add(
          new Field(
              kind,
              field.start(),
              field.start() + upper.substring(field.start(), to).stripTrailing().length()));
      at = Math.max(to, field.end());
    }
    return fields;
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
