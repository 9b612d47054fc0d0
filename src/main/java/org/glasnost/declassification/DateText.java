package org.glasnost.declassification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days as documents write them: {@code 1/30/85}, {@code 30 Jan 85}, {@code January 30, 1985},
 * {@code 19850130}, {@code 850130}, {@code 1985-01-30}, and as years counted from the document's
 * own date, {@code 10 years}. Numbers with strokes are month first, as American documents write
 * them, unless the first can only be a day.
 *
 * <p>Expects upper case. A year of two digits is taken by the document's date, never guessed from
 * the present day.
 */
final class DateText {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final String MONTH =
      "(JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
          + "|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\\.?";
  private static final String YEAR = "'?(\\d{4}|\\d{2})";
  private static final String DAY = "(?:THE )?(\\d{1,2})(?:ST|ND|RD|TH)?(?: DAY)?(?: OF)?";

  /** Nothing may stand at either side that could be a damaged digit: the rest is another date. */
  private static final String START = "(?<![\\dA-Z|!?_])";

  private static final String END = "(?![\\dA-Z|!?_])";
  private static final Pattern COMPACT = Pattern.compile("(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
  private static final Pattern ISO =
      Pattern.compile(START + "(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})" + END);
  private static final Pattern YEAR_FIRST =
      Pattern.compile(START + "(\\d{4})[\\s,-]+" + MONTH + "[\\s-]*(\\d{1,2})" + END);
  private static final Pattern SIX_DIGITS =
      Pattern.compile("(?<![\\dA-Z|!?_/.-])(\\d{2})(\\d{2})(\\d{2})(?![\\dA-Z|!?_/.-])");
  private static final List<String> NUMBERS =
      List.of(
          "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN",
          "TWELVE");
  private static final String YEARS =
      "(\\d{1,2}|"
          + String.join("|", NUMBERS)
          + "|FIFTEEN|TWENTY|TWENTY-FIVE|THIRTY|FIFTY)(?: \\(\\d{1,2}\\))?[ -]?(?:YEARS?|YRS?)\\b\\.?";
  private static final Pattern DURATION =
      Pattern.compile(
          "(?<![\\w/.-])"
              + YEARS
              + "(?![ -]INTERVAL)"
              + "(?: (?:FROM|AFTER) (?:THE |THIS |ITS )?"
              + "(?:DATE|DAY|ORIGIN(?:AL CLASSIFICATION)?|CLASSIFICATION|DOCUMENT)"
              + "(?: OF)?(?: THE| THIS| ITS)?"
              + "(?: (?:ORIGIN(?:AL CLASSIFICATION)?|CLASSIFICATION|DOCUMENT|DECISION|SIGNATURE"
              + "|ISSUE|PREPARATION|LETTER|MEMORANDUM|TELEGRAM|REPORT))?\\b)?"
              + "(?! (?:FROM|AFTER|FOLLOWING|BEFORE|PRIOR)\\b)");
  private static final Pattern STROKES =
      Pattern.compile(
          "(?<![\\dA-Z|!?_/.-])(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?"
              + YEAR
              + "(?![\\dA-Z|!?_/])");
  private static final Pattern DAY_FIRST =
      Pattern.compile(START + DAY + "[\\s.,-]*" + MONTH + "[\\s.,-]*" + YEAR + END);
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b" + MONTH + "\\s*" + DAY + "(?:\\s*,\\s*|\\s+)" + YEAR + END);
  private static final Pattern PARTIAL =
      Pattern.compile(
          "(?:"
              + MONTH
              + "[\\s,-]*)?'?\\d{4}|"
              + MONTH
              + "[\\s,-]*'?\\d{2}|(?:19|20)\\d{2}[-/.]?(?:0?[1-9]|1[0-2])|\\d{1,2}/\\d{4}|"
              + "\\d{1,2}[\\s-]*"
              + MONTH
              + "|"
              + MONTH
              + "\\s*\\d{1,2}|\\d{1,2}/\\d{2}|\\d{1,3}"
              + "|(?:(?:1ST|2ND|3RD|4TH|FIRST|SECOND|THIRD|FOURTH) (?:QUARTER|QTR|HALF)\\.?|Q ?[1-4]|[1-4] ?Q)"
              + ",?(?: OF)?(?: (?:FY|CY|FISCAL YEAR|CALENDAR YEAR))? ?'?(?:\\d{4}|\\d{2})"
              + "|(?:FY|CY|FISCAL YEAR|CALENDAR YEAR|EARLY|MID|LATE|END|BEGINNING|SPRING|SUMMER|FALL|AUTUMN"
              + "|WINTER)(?: OF)?[ -]?'?(?:\\d{4}|\\d{2})"
              + "|\\d{0,2} ?/ ?\\d{0,2} ?/ ?\\d{0,4}|[\\d_?./\\s-]{0,9}[_?][\\d_?./\\s-]{0,9}"
              + "|[X_?\\d]{1,4}(?:[/.-][X_?\\d]{1,4}){2}");

  private static final Pattern DAMAGED =
      Pattern.compile(
          "(?<![\\w/.-])(?=[A-Z|!?_/.-]{0,9}\\d)[\\dA-Z|!?_]{1,4}([-/.])[\\dA-Z|!?_]{1,2}\\1[\\dA-Z|!?_]{1,4}(?![\\w/])"
              + "|(?=[\\dA-Z|!?_]{1,3}[\\s.,-])[\\dLI|!?_OZSB]{1,2}[\\s.,-]{1,3}"
              + MONTH
              + "[\\s.,-]{1,3}(?=[A-Z|!?_]{0,4}\\d)[\\dA-Z|!?_]{2,4}(?!\\w)"
              + "|(?<!\\w)(?=[A-Z|!]{0,8}\\d)(?=\\d{0,7}[A-Z|!])[\\dOQDILZSB|!]{8}(?!\\w)");

  /** Which century a year of two digits is taken to: at or after, or at or before, the document. */
  enum Side {
    /** As a date of declassification is. */
    NOT_BEFORE,
    /** As the date of a source is. */
    NOT_AFTER
  }

  /**
   * A date found in a text.
   *
   * @param start of it, in chars
   * @param end of it, exclusive
   * @param day the day, or null where there is no such day in the calendar
   */
  record Found(int start, int end, @Nullable LocalDate day) {}

  private DateText() {}

  /** Every date of the text, in order, none overlapping. */
  static List<Found> in(String upper, @Nullable LocalDate documentDate, Side side) {
    List<Found> found = new ArrayList<>();
    collect(found, COMPACT, upper, m -> day(number(m, 1), number(m, 2), number(m, 3)));
    collect(found, ISO, upper, m -> day(number(m, 1), number(m, 2), number(m, 3)));
    collect(
        found,
        STROKES,
        upper,
        m -> {
          int year = year(group(m, 4), documentDate, side);
          int first = number(m, 1);
          int second = number(m, 3);
          return first > 12 && second <= 12 ? day(year, second, first) : day(year, first, second);
        });
    collect(
        found,
        DAY_FIRST,
        upper,
        m -> day(year(group(m, 3), documentDate, side), month(group(m, 2)), number(m, 1)));
    collect(
        found,
        MONTH_FIRST,
        upper,
        m -> day(year(group(m, 3), documentDate, side), month(group(m, 1)), number(m, 2)));
    collect(found, YEAR_FIRST, upper, m -> day(number(m, 1), month(group(m, 2)), number(m, 3)));
    collectSixDigits(found, upper, documentDate, side);
    if (documentDate != null) {
      collect(found, DURATION, upper, m -> documentDate.plusYears(years(group(m, 1))));
    }
    found.sort(Comparator.comparingInt(Found::start));
    return List.copyOf(found);
  }

  /**
   * Year, month and day in two digits each; not where the same digits can be a year and a month.
   */
  private static void collectSixDigits(
      List<Found> found, String text, @Nullable LocalDate documentDate, Side side) {
    Matcher m = SIX_DIGITS.matcher(text);
    while (m.find()) {
      LocalDate day = day(year(group(m, 1), documentDate, side), number(m, 2), number(m, 3));
      boolean yearAndMonth =
          (group(m, 1).equals("19") || group(m, 1).equals("20"))
              && number(m, 3) >= 1
              && number(m, 3) <= 12;
      int start = m.start();
      int end = m.end();
      if (day != null
          && !yearAndMonth
          && found.stream().noneMatch(f -> start < f.end() && f.start() < end)) {
        found.add(new Found(start, end, day));
      }
    }
  }

  private static int years(String number) {
    if (Character.isDigit(number.charAt(0))) {
      return Integer.parseInt(number);
    }
    int small = NUMBERS.indexOf(number);
    return small >= 0
        ? small + 1
        : switch (number) {
          case "FIFTEEN" -> 15;
          case "TWENTY" -> 20;
          case "TWENTY-FIVE" -> 25;
          case "THIRTY" -> 30;
          case "FIFTY" -> 50;
          default -> throw new IllegalArgumentException("not a number: " + number);
        };
  }

  /** Whether the text is a date that lacks its day, its month or its year. */
  static boolean isPartial(String upper) {
    String text = upper.strip();
    return PARTIAL.matcher(text).matches() || DURATION.matcher(text).matches();
  }

  /** Whether words in the shape of a date stand in a text in which none can be read. */
  static boolean isDamaged(String upper) {
    return DAMAGED.matcher(upper).find();
  }

  private static void collect(List<Found> found, Pattern form, String text, Reader reader) {
    Matcher m = form.matcher(text);
    while (m.find()) {
      int start = m.start();
      int end = m.end();
      if (found.stream().noneMatch(f -> start < f.end() && f.start() < end)) {
        found.add(new Found(start, end, reader.read(m)));
      }
    }
  }

  private interface Reader {
    @Nullable LocalDate read(Matcher match);
  }

  private static String group(Matcher m, int group) {
    String value = m.group(group);
    return value == null ? "" : value;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(group(m, group));
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3)) + 1;
  }

  private static int year(String digits, @Nullable LocalDate documentDate, Side side) {
    int written = Integer.parseInt(digits);
    if (digits.length() == 4) {
      return written;
    }
    if (documentDate == null) {
      // No document of these orders is older than 1940.
      return written >= 40 ? 1900 + written : 2000 + written;
    }
    int reference = documentDate.getYear();
    int year = reference - reference % 100 + written;
    return switch (side) {
      case NOT_BEFORE -> year < reference ? year + 100 : year;
      case NOT_AFTER -> year > reference ? year - 100 : year;
    };
  }

  private static @Nullable LocalDate day(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
