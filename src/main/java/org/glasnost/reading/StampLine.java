package org.glasnost.reading;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what was put on a document later: declassification and release stamps, case numbers. */
final class StampLine {
  /** Two digits of a case year name 1994 to 2049 where no release date bounds them. */
  static final int LAST_YEAR = 2049;

  private static final Pattern LIBRARY = Pattern.compile("(?<![A-Z])NL[A-Z]{1,4}\\s{1,3}$");
  private static final Pattern SEEN =
      Pattern.compile("(?<![A-Z])([A-Z]{2,4})\\s{1,2}([A-Z]{2,4})\\s{1,2}SEEN(?![A-Z])");
  private static final Pattern LOG =
      Pattern.compile(
          "(?m)^[ \\t]{0,8}(SYSTEM\\s{1,2}(?:IV|I{1,3})\\s{1,2}(?:NSC/ICS[ -]?)?#?\\d{3,6}"
              + "|NSC/ICS[ -]?\\d{4,6})[ \\t]{0,8}$");
  private static final Pattern DATE_ALONE =
      Pattern.compile("^\\s{0,8}(\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2}))\\s{0,8}$");

  /** Why a date of a stamp is none. */
  static final String DATE_OPEN =
      "This is no day, its century is open, or it lies before the document or in the future.";

  private StampLine() {}

  /** Reads the stamps of the text into the draft. */
  static void read(Draft draft) {
    LocalDate last = DeclassificationStamp.read(draft);
    cases(draft, last);
    seen(draft);
    log(draft);
    if (beginsWithDigit(draft.upper())) {
      Matcher alone = DATE_ALONE.matcher(draft.upper());
      if (alone.find()) {
        dateAlone(draft, alone);
      }
    }
  }

  private static boolean beginsWithDigit(String upper) {
    int at = 0;
    while (at < upper.length() && Character.isWhitespace(upper.charAt(at))) {
      at++;
    }
    return at < upper.length() && Character.isDigit(upper.charAt(at));
  }

  private static void log(Draft draft) {
    if (!draft.upper().contains("SYSTEM") && !draft.upper().contains("NSC/ICS")) {
      return;
    }
    Matcher log = LOG.matcher(draft.upper());
    if (log.find()) {
      String number = log.group(1).replaceAll("\\s+", " ");
      draft.stamps.add(new Stamp(Stamp.Kind.LOG, null, number, null, null, null));
      draft.span(log.start(1), log.end(1), Span.Meaning.STAMP);
    }
  }

  private static void cases(Draft draft, @Nullable LocalDate release) {
    int lastYear = release == null ? LAST_YEAR : release.getYear();
    CaseNumber.Found found = CaseNumber.in(draft.text(), lastYear);
    for (CaseNumber number : found.cases()) {
      if (number.repairs() > 0) {
        draft.find(
            ReadingRule.CASE_REPAIRED
                .of(number.found(), "The case number is damaged; it may be " + number.canonical())
                .suggesting(number.canonical()),
            number.from());
        draft.doubt(0.8);
        draft.needReview();
      }
      draft.caseNumbers.add(number.canonical());
      if (!draft.isTaken(number.from(), number.to())) {
        draft.stamps.add(
            new Stamp(Stamp.Kind.CASE, null, number.number(), number.item(), number.by(), null));
        draft.span(number.from(), number.to(), Span.Meaning.CASE_NUMBER);
        library(draft, number.from());
      }
    }
    for (CaseNumber number : found.open()) {
      if (!draft.isTaken(number.from(), number.to())) {
        draft.find(
            ReadingRule.CASE_OPEN.of(
                number.found(),
                "This has the form of a case number, but its year cannot be right."),
            number.from());
        draft.needReview();
        draft.span(number.from(), number.to(), Span.Meaning.CASE_NUMBER);
      }
    }
  }

  /** The library's initials before its case number are part of it. */
  private static void library(Draft draft, int from) {
    Matcher initials = LIBRARY.matcher(draft.upper()).region(0, from);
    if (initials.find()) {
      draft.take(initials.start(), from);
    }
  }

  private static void seen(Draft draft) {
    if (!draft.upper().contains("SEEN")) {
      return;
    }
    Matcher seen = SEEN.matcher(draft.upper());
    if (!seen.find() || draft.isTaken(seen.start(), seen.end())) {
      return;
    }
    String stamp = draft.text().substring(seen.start(), seen.end());
    boolean whole = seen.group(2).equals("HAS");
    if (!whole) {
      var finding =
          ReadingRule.STAMP_UNCERTAIN.of(
              stamp, "This may be a stamp that an official has seen the paper; never a recipient.");
      boolean like =
          Confusion.steps(seen.group(1), "RCM") <= 2 && Confusion.steps(seen.group(2), "HAS") <= 2;
      draft.find(like ? finding.suggesting("RCM HAS SEEN") : finding, seen.start());
      draft.doubt(0.6);
      draft.needReview();
    }
    draft.stamps.add(new Stamp(Stamp.Kind.SEEN, null, null, null, seen.group(1), null));
    draft.span(seen.start(), seen.end(), Span.Meaning.STAMP);
  }

  private static void dateAlone(Draft draft, Matcher alone) {
    Matcher date = WrittenDate.ANY.matcher(alone.group(1));
    LocalDate written = date.matches() ? WrittenDate.day(date, draft.date(), draft.today()) : null;
    LocalDate day = written != null && draft.mayBeStamped(written) ? written : null;
    draft.needReview();
    draft.doubt(0.7);
    if (day == null) {
      draft.find(ReadingRule.DATE_OPEN.of(alone.group(1), DATE_OPEN), alone.start(1));
    } else {
      draft.find(
          ReadingRule.CENTURY
              .of(
                  alone.group(1),
                  "A date by itself, after the document's own: by place that of a review or"
                      + " declassification. A person must confirm it.")
              .suggesting(day.toString()),
          alone.start(1));
    }
    draft.stamps.add(new Stamp(Stamp.Kind.DECLASSIFICATION_DATE, null, null, null, null, day));
    draft.span(alone.start(1), alone.end(1), Span.Meaning.STAMP);
  }
}
