package org.glasnost.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people and stamps write them. */
final class WrittenDate {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final String MONTH =
      "(JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
          + "|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\\.?";

  /** A date begins with itself: behind a letter, digit or stroke stands the rest of another. */
  private static final String START =
      "(?:(?<![\\p{L}\\d/|!?*])(?<!\\d\\.)|(?<=\\bDATE)|(?<=\\bON))";

  /** Nor does one end before what may be a damaged digit. */
  private static final String END = "(?![\\d?*#]|_\\d)(?![OQLI|!SBZDGA]{1,2}(?!\\p{L}))";

  /** Any of the written forms; used to find a date inside a line. */
  static final Pattern ANY =
      Pattern.compile(
          START
              + "(?:"
              + MONTH
              + " {1,3}(\\d{1,2}),? {1,3}(\\d{4})"
              + "|(\\d{1,2})(?: {1,3}|-)"
              + MONTH
              + "(?:,? {1,3}|-)(\\d{4}|\\d{2})"
              + "|(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})"
              + "|(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?![/-])"
              + "|((?:19|20)\\d{2})(0[1-9]|1[0-2])([0-3]\\d))"
              + END,
          Pattern.CASE_INSENSITIVE);

  private WrittenDate() {}

  /**
   * The day that was written; null where it is no day, or where the century is open.
   *
   * @param found a match of {@link #ANY}
   * @param notBefore a year of two digits is the last such year between this day and the next; null
   *     leaves it open
   * @param notAfter what is told of cannot lie later
   */
  static @Nullable LocalDate day(Matcher found, @Nullable LocalDate notBefore, LocalDate notAfter) {
    if (found.group(1) != null) {
      return day(found.group(3), month(found.group(1)), found.group(2), notBefore, notAfter);
    }
    if (found.group(5) != null) {
      return day(found.group(6), month(found.group(5)), found.group(4), notBefore, notAfter);
    }
    if (found.group(7) != null) {
      return day(found.group(7), number(found.group(8)), found.group(9), notBefore, notAfter);
    }
    if (found.group(10) != null) {
      return day(found.group(12), number(found.group(10)), found.group(11), notBefore, notAfter);
    }
    return day(found.group(13), number(found.group(14)), found.group(15), notBefore, notAfter);
  }

  private static @Nullable LocalDate day(
      String year, int month, String day, @Nullable LocalDate notBefore, LocalDate notAfter) {
    try {
      if (year.length() == 4) {
        return LocalDate.of(number(year), month, number(day));
      }
      if (notBefore == null) {
        return null;
      }
      LocalDate last = null;
      for (int century = 1900; century <= notAfter.getYear(); century += 100) {
        LocalDate date = day(century + number(year), month, number(day));
        if (date != null && !date.isBefore(notBefore) && !date.isAfter(notAfter)) {
          last = date;
        }
      }
      return last;
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /** The day, or null where that year has none: 29 February. */
  private static @Nullable LocalDate day(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3).toUpperCase(Locale.ROOT)) + 1;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
