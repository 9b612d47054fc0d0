package org.glasnost.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.Era;

/**
 * An order that a stamp names with a letter and a figure taken for each other: {@code E.0. 12958}.
 */
final class DamagedOrder {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<![A-Za-z0-9])E\\.\\s?([O0Q])\\.\\s{0,2}([1lI|][0-9OolI|]{4})(?![A-Za-z0-9])");

  private DamagedOrder() {}

  /**
   * The stamp with its orders as they are meant, told of in the draft; of the same length.
   *
   * @param offset where the stamp begins
   */
  static String repaired(Draft draft, String stamp, int offset) {
    Matcher form = FORM.matcher(stamp);
    StringBuilder repaired = new StringBuilder(stamp);
    while (form.find()) {
      String number = form.group(2).replaceAll("[lI|]", "1").replaceAll("[Oo]", "0");
      boolean clean = form.group(1).equals("O") && number.equals(form.group(2));
      if (!clean && Era.ofNumber(number).isPresent()) {
        repaired.setCharAt(form.start(1), 'O');
        repaired.replace(form.start(2), form.end(2), number);
        String meant = repaired.substring(form.start(), form.end());
        draft.find(
            ReadingRule.REPAIRED
                .of(form.group(), "Read as " + meant + "; a repaired order needs a person.")
                .suggesting(meant),
            offset + form.start());
        draft.doubt(0.8);
        draft.needReview();
      }
    }
    return repaired.toString();
  }
}
