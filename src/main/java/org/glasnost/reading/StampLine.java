package org.glasnost.reading;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what was put on a document later: declassification and release stamps, case numbers. */
final class StampLine {
  /** Two digits of a case year name 1994 to 2049 where no release date bounds them. */
  static final int LAST_YEAR = 2049;

  private static final Pattern DECLASSIFIED =
      Pattern.compile(
          "(?<![A-Z])(?<!AUTOMATICALLY\\s)(?<!INTERVALS[;,]\\s)(?<!YEARS[;,]\\s)(DECLASSIFIED(?!\\s{1,3}(?:AFTER|ON)\\s)(?:\\s{1,3}(?:AND|&)\\s{1,3}APPROVED\\s{1,3}FOR\\s{1,3}RELEASE)?"
              + "|DOWNGRADED\\s{1,3}TO|(?:SANITIZED\\s{1,3}COPY\\s{1,3})?APPROVED\\s{1,3}FOR"
              + "\\s{1,3}RELEASE|RELEASED\\s{1,3}IN\\s{1,3}(?:FULL|PART))(?![A-Z])");
  private static final Pattern IN_PART =
      Pattern.compile("\\bIN\\s{1,3}PART\\b|\\bSANITIZED\\b|\\bPARTIALLY\\b");
  private static final Pattern BY =
      Pattern.compile(
          "(?<![A-Za-z])[Bb][Yy][:.]?\\s{1,3}([^,\\n/]{1,60}?)\\s{0,3}(?:[,\\n/]|DATE|$)");
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?<![A-Z])(?:(?:UNDER\\s{1,3})?AUTHORITY(?:\\s{1,3}OF)?:?\\s{1,3}([^\\n]{1,60})"
              + "|((?:E\\.?O\\.?|EXECUTIVE\\s{1,3}ORDER)\\s{0,2}\\d{5}(?:,?\\s{0,2}(?:AS\\s{1,2}AMENDED,?"
              + "\\s{0,2})?SEC(?:TION|\\.)?\\s{0,2}[\\d.()A-Z]{1,12})?))");
  private static final Pattern SYSTEMATIC =
      Pattern.compile(
          "RELEASED\\s{1,3}(US\\s{1,3}DEPARTMENT\\s{1,3}OF\\s{1,3}STATE[A-Z .]{0,40}REVIEW)");
  private static final Pattern CREST = Pattern.compile("CIA-RDP[0-9A-Z]{12,24}-[0-9A-Z]");
  private static final Pattern NAME_BEFORE =
      Pattern.compile("([\\p{L}.'-]{1,30}(?: [\\p{L}.'-]{1,30}){1,3})\\s{1,3}$");
  private static final Pattern SEEN =
      Pattern.compile("(?<![A-Z])([A-Z]{2,4})\\s{1,2}([A-Z]{2,4})\\s{1,2}SEEN(?![A-Z])");
  private static final Pattern LOG =
      Pattern.compile("^\\s{0,8}(SYSTEM\\s{1,2}(?:IV|I{1,3})\\s{1,2}#?\\d{3,6})\\s{0,8}$");
  private static final Pattern DATE_ALONE =
      Pattern.compile("^\\s{0,8}(\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2}))\\s{0,8}$");

  private StampLine() {}

  /** Reads the stamps of the text into the draft. */
  static void read(Draft draft) {
    LocalDate last = declassified(draft);
    cases(draft, last);
    seen(draft);
    Matcher log = LOG.matcher(draft.upper());
    if (log.find()) {
      draft.stamps.add(new Stamp(Stamp.Kind.LOG, null, log.group(1), null, null, null));
      draft.span(log.start(1), log.end(1), Span.Meaning.STAMP);
    }
    Matcher alone = DATE_ALONE.matcher(draft.upper());
    if (alone.find()) {
      dateAlone(draft, alone);
    }
  }

  private static @Nullable LocalDate declassified(Draft draft) {
    Matcher matcher = DECLASSIFIED.matcher(draft.upper());
    if (!matcher.find() || draft.isTaken(matcher.start(), matcher.end())) {
      return null;
    }
    String rest = draft.text().substring(matcher.start());
    String upper = draft.upper().substring(matcher.start());
    boolean part = IN_PART.matcher(upper).find();
    String opening = matcher.group(1);
    Stamp.Kind kind =
        opening.startsWith("DOWNGRADED")
            ? Stamp.Kind.DOWNGRADED
            : !opening.startsWith("DECLASSIFIED")
                ? Stamp.Kind.RELEASED
                : part ? Stamp.Kind.DECLASSIFIED_IN_PART : Stamp.Kind.DECLASSIFIED;
    Matcher by = BY.matcher(rest);
    String name = by.find() ? by.group(1).strip() : null;
    Matcher systematic = SYSTEMATIC.matcher(upper);
    Matcher authority = AUTHORITY.matcher(upper);
    String source = null;
    if (systematic.find()) {
      source = rest.substring(systematic.start(1), systematic.end(1));
    } else if (authority.find()) {
      int group = authority.group(1) != null ? 1 : 2;
      source = rest.substring(authority.start(group), authority.end(group)).strip();
    }
    if (name == null && source != null) {
      int line = draft.text().lastIndexOf('\n', matcher.start()) + 1;
      Matcher before =
          NAME_BEFORE.matcher(
              draft.text().substring(Math.max(line, matcher.start() - 80), matcher.start()));
      name = before.find() ? before.group(1) : null;
    }
    LocalDate on = date(draft, rest, matcher.start());
    CaseNumber.Found found = CaseNumber.in(rest, on == null ? LAST_YEAR : on.getYear());
    String number = null;
    String item = null;
    if (!found.cases().isEmpty()) {
      number = found.cases().get(0).number();
      item = found.cases().get(0).item();
    } else {
      number = crest(upper);
    }
    draft.stamps.add(new Stamp(kind, source, number, item, name, on));
    if (number != null) {
      draft.caseNumbers.add(item == null ? number : number + " #" + item);
    }
    draft.span(
        matcher.start(), matcher.start() + rest.stripTrailing().length(), Span.Meaning.STAMP);
    return on;
  }

  private static @Nullable String crest(String upper) {
    Matcher start = CREST.matcher(upper);
    return start.find() ? start.group() : null;
  }

  private static @Nullable LocalDate date(Draft draft, String rest, int offset) {
    Matcher date = WrittenDate.ANY.matcher(rest);
    LocalDate last = null;
    while (date.find()) {
      LocalDate day = WrittenDate.day(date, draft.date());
      if (day == null) {
        draft.find(
            ReadingRule.DATE_OPEN.of(date.group(), "This is no day, or its century is open."),
            offset + date.start());
        draft.needReview();
      } else {
        last = day;
      }
    }
    return last;
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

  private static void seen(Draft draft) {
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
    LocalDate day = date.matches() ? WrittenDate.day(date, draft.date()) : null;
    draft.needReview();
    draft.doubt(0.7);
    if (day == null) {
      draft.find(
          ReadingRule.DATE_OPEN.of(alone.group(1), "This is no day, or its century is open."),
          alone.start(1));
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
