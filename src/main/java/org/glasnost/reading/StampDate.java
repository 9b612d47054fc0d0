package org.glasnost.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasnost.marking.Era;
import org.jspecify.annotations.Nullable;

/**
 * The day of a stamp. A damaged date is read within {@link CaseNumber#DIGITS} and says so; one that
 * stays unreadable is told, never passed over for another date of the stamp.
 */
final class StampDate {
  private static final Pattern DATE_WORD = Pattern.compile("\\b(?:DATE|ON):?\\s{1,3}$");
  private static final Pattern ORDER = Pattern.compile("\\d{5}");

  /** Nothing was classified by order, and so nothing declassified, before E.O. 8381. */
  static final LocalDate FIRST_ORDER = LocalDate.of(1940, 3, 22);

  private static final String MONTH =
      "(?i:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6}\\.?";

  /** The forms of a date, with digits that may be damaged. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<![\\p{L}\\d/|!-])(?:#{1,2}([-/])#{1,2}\\1(?:#{4}|#{2})|#{4}([-/])#{1,2}\\2#{1,2}|#{1,2} {1,3}MONTH,? {1,3}#{4}|MONTH {1,3}#{1,2},? {1,3}#{4})(?![\\p{L}\\d/|!-])"
              .replace("MONTH", MONTH)
              .replace("#", CaseNumber.DIGIT));

  private static final Pattern PART = Pattern.compile("[^-/ ,]+");
  private static final Pattern MONTH_WORD = Pattern.compile(MONTH);
  private static final char READ = '~';
  private static final int LAST_CENTURY = 1900;

  /** What stands where a date belongs, and was not read as one. */
  private static final Pattern UNREAD =
      Pattern.compile(
          "\\bDATE[:.]?\\s{1,3}([^~\\s]{0,12}[\\d/][^~\\s]{0,12})"
              + "|\\bRELEASE\\s{1,3}([^~\\s]{1,8}/[^~\\s]{1,12})");

  /** Year, month and day behind the signature, as the Army stamps them: {@code PER 780403}. */
  private static final Pattern BRIEF =
      Pattern.compile("\\bPER\\s{1,2}(\\d{2})(\\d{2})(\\d{2})(?!\\d)");

  private StampDate() {}

  /** The date after the word for it, else the last; the order that is named bounds the century. */
  static @Nullable LocalDate in(
      Draft draft, String rest, String upper, int offset, @Nullable String source) {
    LocalDate notBefore = draft.date();
    Matcher order = ORDER.matcher(source == null ? "" : source);
    LocalDate begun =
        order.find() ? Era.ofNumber(order.group()).map(Era::firstActs).orElse(null) : null;
    if (begun != null && (notBefore == null || notBefore.isBefore(begun))) {
      notBefore = begun;
    }
    if (notBefore == null) {
      notBefore = FIRST_ORDER;
    }
    StringBuilder unread = new StringBuilder(upper);
    Matcher date = WrittenDate.ANY.matcher(repaired(rest));
    LocalDate last = null;
    boolean named = false;
    while (date.find() && !named) {
      String written = rest.substring(date.start(), date.end());
      named = DATE_WORD.matcher(upper.substring(0, date.start())).find();
      LocalDate day = WrittenDate.day(date, notBefore, draft.today());
      if (day != null && (!draft.mayBeStamped(day) || (!named && day.equals(draft.date())))) {
        day = null;
      }
      if (day == null) {
        open(draft, written, offset + date.start());
      } else if (!written.equals(date.group())) {
        draft.find(
            ReadingRule.REPAIRED
                .of(written, "Read as " + date.group() + "; a repaired date needs a person.")
                .suggesting(date.group()),
            offset + date.start());
        draft.doubt(0.8);
        draft.needReview();
      }
      last = day == null && !named ? last : day;
      for (int at = date.start(); at < date.end(); at++) {
        unread.setCharAt(at, READ);
      }
    }
    Matcher beyond = UNREAD.matcher(unread);
    if (!named && beyond.find()) {
      int group = beyond.group(1) == null ? 2 : 1;
      open(
          draft,
          rest.substring(beyond.start(group), beyond.end(group)),
          offset + beyond.start(group));
      return null;
    }
    return last == null ? brief(draft, upper, offset) : last;
  }

  private static @Nullable LocalDate brief(Draft draft, String upper, int offset) {
    Matcher brief = BRIEF.matcher(upper);
    if (!brief.find()) {
      return null;
    }
    LocalDate day = null;
    try {
      day =
          LocalDate.of(
              LAST_CENTURY + Integer.parseInt(brief.group(1)),
              Integer.parseInt(brief.group(2)),
              Integer.parseInt(brief.group(3)));
    } catch (DateTimeException e) {
      // No day of the calendar: open.
    }
    if (day == null || day.isBefore(FIRST_ORDER) || !draft.mayBeStamped(day)) {
      open(draft, brief.group(), offset + brief.start());
      return null;
    }
    return day;
  }

  private static void open(Draft draft, String written, int at) {
    draft.find(ReadingRule.DATE_OPEN.of(written, StampLine.DATE_OPEN), at);
    draft.needReview();
  }

  /** The text with the digits of its dates repaired, character by character. */
  private static String repaired(String text) {
    StringBuilder repaired = new StringBuilder(text);
    Matcher form = FORM.matcher(text);
    while (form.find()) {
      if (form.group().chars().noneMatch(Character::isDigit)) {
        continue;
      }
      Matcher part = PART.matcher(text).region(form.start(), form.end());
      while (part.find()) {
        if (!MONTH_WORD.matcher(part.group()).matches()) {
          repaired.replace(part.start(), part.end(), CaseNumber.digits(part.group()));
        }
      }
    }
    return repaired.toString();
  }
}
