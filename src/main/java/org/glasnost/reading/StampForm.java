package org.glasnost.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stamps that are forms: with boxes to be crossed, and with fields to be filled in. */
final class StampForm {
  private static final String SIGN =
      "[\\u2610-\\u2612\\u25A0-\\u25A3\\u25CB\\u25CF\\u25EF\\u25FB\\u25FC\\u2B1C\\u2B1B\\u2705\\u274E\\u2713-\\u2718]"
          + "|[\\[(][ \\t]{0,3}(?:[X*\\u2713\\u2714][ \\t]{0,3})?[\\])]";

  private static final Pattern BOX =
      Pattern.compile(
          SIGN
              + "|(?<![A-Z0-9_])_{1,4}X_{1,4}(?![A-Z0-9_])|(?<![A-Z0-9_])_{2,8}[ \\t]{0,2}"
              + "(?=(?:EXEMPT|DENY|DENIED|DECLASSIF|RELEASE|RETAIN|WITHH|EXCISE|IN\\sPART|IN\\sFULL)[A-Z ]{0,12}(?![A-Z]))");

  /** In front of the opening, on its line. */
  private static final Pattern BOX_IN_FRONT =
      Pattern.compile(SIGN + "|(?<![A-Z0-9_])_{1,8}(?:X_{0,8})?[ \\t]{1,3}$|_X_");

  /** What was decided on a paper, with a box to cross. */
  static final Pattern DECIDED =
      Pattern.compile(
          "(?<![A-Z])(?:RELEASE|EXCISE|DENY|DECLASSIFY)[ \\t]{1,3}[\\[(][ \\t]{0,3}(?:X[ \\t]{0,3})?[\\])][^\\n]{0,80}");

  private static final Pattern BOX_LINE = Pattern.compile("\\s{0,8}(?:" + SIGN + ")");

  private static final String LABEL =
      "(?:BY|DATED?|AUTH(?:ORITY)?|NAME|SIGNED|SIGNATURE|REVIEWER|INITIALS)";

  private static final Pattern FIELD =
      Pattern.compile("(?<![A-Z])" + LABEL + "(?![A-Z])([^A-Z0-9\\n]{0,60})(?![^A-Z0-9\\n])");
  private static final Pattern NEXT_FIELD = Pattern.compile("\\s{0,8}" + LABEL + "\\s{0,2}[:_]");
  private static final Pattern NO_VALUE =
      Pattern.compile(
          "(?:N/A|N\\.A\\.?|NONE|NOBODY|NEVER|NIL|TBD|TBA|BLANK|UNKNOWN|TO\\sBE\\s[A-Z]{4,12}|NOT\\s[A-Z]{3,12}"
              + "|X{2,4}(?:[-/. ]X{2,4}){0,2})(?![A-Z0-9])");

  /** A line to write on directly behind the label: whatever stands behind it is another field. */
  private static final Pattern LINE_TO_FILL = Pattern.compile("[:. \\t]{0,4}(?:_{2,40}|\\.{3,40})");

  private static final Pattern LEFT_BLANK =
      Pattern.compile("[_./\\\\-]{2,40}|[\\[(]\\s{0,20}[\\])]");

  private StampForm() {}

  /** Whether a line in capitals begins with a box. */
  static boolean isBoxLine(String line) {
    return BOX_LINE.matcher(line).lookingAt();
  }

  /** Whether boxes stand in a stamp. */
  static boolean holdsBoxes(String stamp) {
    return BOX.matcher(stamp).find();
  }

  /** Whether a box stands in front of the opening of a stamp, on its line. */
  static boolean isBoxed(String inFront) {
    return BOX_IN_FRONT.matcher(inFront).find();
  }

  /** Whether a field of the stamp was left blank, or says that there is nothing to fill in. */
  static boolean isUnfilled(String stamp, int opening) {
    Matcher field = FIELD.matcher(stamp).region(opening, stamp.length());
    field.useTransparentBounds(true);
    while (field.find()) {
      String filler = field.group(1);
      boolean colon = filler.indexOf(':') >= 0;
      int at = field.end();
      boolean ends = at == stamp.length() || stamp.charAt(at) == '\n';
      if (LINE_TO_FILL.matcher(filler).lookingAt()) {
        return true;
      }
      if (!ends) {
        if (startsAt(NO_VALUE, stamp, at) || (colon && startsAt(NEXT_FIELD, stamp, at))) {
          return true;
        }
      } else if (LEFT_BLANK.matcher(filler).find()
          || ((colon || isDateAlone(stamp, field)) && !goesOn(stamp, field))) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsAt(Pattern pattern, String stamp, int at) {
    return pattern.matcher(stamp).region(at, stamp.length()).lookingAt();
  }

  private static boolean isDateAlone(String stamp, Matcher field) {
    int line = stamp.lastIndexOf('\n', field.start()) + 1;
    return field.group().startsWith("DATE")
        && line > 0
        && stamp.substring(line, field.start()).isBlank();
  }

  /** Whether what belongs into the field stands on the next line; for a day, a figure. */
  private static boolean goesOn(String stamp, Matcher field) {
    int start = Math.min(field.end() + 1, stamp.length());
    int stop = stamp.indexOf('\n', start);
    String next = stamp.substring(start, stop < 0 ? stamp.length() : stop);
    return field.group().startsWith("DATE")
        ? next.chars().anyMatch(Character::isDigit)
        : !next.isBlank() && !NEXT_FIELD.matcher(next).lookingAt();
  }
}
