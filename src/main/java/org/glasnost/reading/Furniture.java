package org.glasnost.reading;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands on the line of a marking and says nothing of it: the count of pages, sections and
 * copies, the day and the hour, the number of a message.
 */
final class Furniture {
  private static final String OF =
      "(?:\\s{1,3}OF\\s{1,3}\\d{1,4}(?:\\s{1,3}(?:PAGES|COPIES|SECTIONS))?)";

  private static final Pattern COUNT =
      Pattern.compile(
          "(?<![A-Z0-9])(?:(?:PAGE|COPY|CY|SECTION|SECT|PART)\\s{0,3}(?:NO\\.?\\s{0,2}|#\\s?)?\\d{1,4}"
              + OF
              + "?|FINAL\\s{1,3}SECTION(?:\\s{1,3}OF\\s{1,3}\\d{1,2})?|\\d{1,2}\\s{1,2}OF\\s{1,2}\\d{1,2}"
              + "|SERIES\\s{1,2}[A-Z])(?![A-Z0-9])");

  /** {@code 251430Z MAR 85}. */
  private static final Pattern GROUP =
      Pattern.compile(
          "(?<![A-Z0-9])\\d{6}Z(?:\\s{0,2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
              + "\\s{0,2}\\d{2,4})?(?![A-Z0-9])");

  /** {@code 25 MAR 85}, whose century nobody needs here. */
  private static final Pattern SHORT_DAY =
      Pattern.compile(
          "(?<![A-Z0-9])\\d{1,2}\\s{1,2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\\.?"
              + "\\s{1,2}(?:\\d{4}|\\d{2})(?![A-Z0-9])");

  /** {@code 3 p.m.}. */
  private static final Pattern HOUR =
      Pattern.compile(
          "(?<![A-Z0-9:.])(?:\\d{1,2}(?::\\d{2})?\\s{0,2}[AP]\\.?\\s?M\\.?)(?![A-Z0-9])");

  private Furniture() {}

  /** Whether such things may stand in a stretch: all but the rarest have a number. */
  static boolean mayStand(Draft draft, Sentence stretch) {
    for (int i = stretch.from(); i < stretch.to(); i++) {
      if (Character.isDigit(draft.upper().charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The places of a stretch that such things take; counted from its beginning. */
  static BitSet in(Draft draft, Sentence stretch) {
    BitSet places = new BitSet();
    String text = draft.upper().substring(stretch.from(), stretch.to());
    draft.step(5L * text.length());
    for (Pattern pattern : new Pattern[] {COUNT, GROUP, SHORT_DAY, HOUR, WrittenDate.ANY}) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        places.set(matcher.start(), matcher.end());
      }
    }
    return places;
  }
}
