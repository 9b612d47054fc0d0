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
      Pattern.compile(
          "(?<![A-Z])(?<!SEC )(?!SEC\\s)([A-Z]{2,4})\\s{1,2}([A-Z]{2,4})\\s{1,2}SEEN(?![A-Z])");

  /** The log of the National Security Council, perhaps with its number on the next line. */
  private static final Pattern LOG =
      Pattern.compile(
          "(?m)^[ \\t]{0,8}((SYSTEM[ \\t]{1,3}(?:IV|I{1,3})(?:[ \\t]{1,3}|\\s{0,2}\\n[ \\t]{0,8})(?:NSC/ICS[ -]?)?#?)(#D{3,8})|(NSC/ICS[ -]?)(#D{4,7}))[ \\t]{0,8}$"
              .replace("#D", "[L" + CaseNumber.DIGIT.substring(1)));

  /** Who signed behind a case, on its line or the next. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "[ \\t,;]{0,4}\\n?[ \\t]{0,8}(BY[:.]?[ \\t]{1,3}(?!AUTHORITY)[^\\n]{1,80}(?:\\n[ \\t]{0,8}(?:NAR[AS]|DATE)[^\\n]{0,40})?)");

  /** A second item behind the first, no day. */
  private static final Pattern FURTHER =
      Pattern.compile(
          "[ \\t]{0,2}(?:[-\\u2013,&]|AND|THROUGH|THRU|TO)[ \\t]{0,2}#?[ \\t]?\\d{1,6}(?![\\d/-])");

  private static final Pattern DATE_ALONE =
      Pattern.compile("^\\s{0,8}(\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2}))\\s{0,8}$");

  /** Why a date of a stamp is none. */
  static final String DATE_OPEN =
      "This is no day, its century is open, it is the document's own, or it lies before it or in the"
          + " future.";

  private StampLine() {}

  /** Reads the stamps of the text into the draft. */
  static void read(Draft draft) {
    LocalDate last = DeclassificationStamp.read(draft);
    cases(draft, last);
    bareNumbers(draft);
    damagedNumbers(draft);
    boxes(draft);
    seen(draft);
    log(draft);
    if (beginsWithDigit(draft.upper())) {
      Matcher alone = DATE_ALONE.matcher(draft.upper());
      if (alone.find()) {
        dateAlone(draft, alone);
      }
    }
  }

  private static void damagedNumbers(Draft draft) {
    for (DamagedNumber number : DamagedNumber.in(draft.text())) {
      if (!draft.isTaken(number.from(), number.to())) {
        number.tell(draft, 0);
        draft.caseNumbers.add(number.number());
        caseAlone(draft, number.number(), null, null, number.from(), number.to());
      }
    }
  }

  /** The boxes of a form whose heading was not read. */
  private static void boxes(Draft draft) {
    Matcher boxes = StampForm.DECIDED.matcher(draft.upper());
    if (boxes.find() && !draft.isTaken(boxes.start(), boxes.end())) {
      draft.find(
          ReadingRule.STAMP_UNCERTAIN.of(
              draft.text().substring(boxes.start(), boxes.end()), StampOpening.BOXES_OPEN),
          boxes.start());
      draft.span(boxes.start(), boxes.end(), Span.Meaning.STAMP);
      draft.needReview();
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
      LogNumber number = logNumber(draft.text(), log);
      if (number.isOpen()) {
        return;
      }
      if (number.repaired()) {
        draft.find(
            ReadingRule.CASE_REPAIRED
                .of(
                    draft.text().substring(log.start(1), log.end(1)),
                    "The number is damaged; it may be " + number.written())
                .suggesting(number.written()),
            log.start(1));
        draft.doubt(0.8);
        draft.needReview();
      }
      draft.stamps.add(new Stamp(Stamp.Kind.LOG, null, number.written(), null, null, null));
      draft.span(log.start(1), log.end(1), Span.Meaning.STAMP);
    }
  }

  /**
   * The number of a log.
   *
   * @param written as the log writes it
   * @param repaired whether a digit was damaged
   */
  record LogNumber(String written, boolean repaired) {
    /** Whether what stands there is no number. */
    boolean isOpen() {
      return written.isEmpty();
    }
  }

  /** The log number that is all of a text, or null. */
  static @Nullable LogNumber logNumber(String text) {
    if (!text.startsWith("SYSTEM")) {
      return null;
    }
    Matcher log = LOG.matcher(Draft.upper(text));
    LogNumber number = log.matches() ? logNumber(text, log) : null;
    return number == null || number.isOpen() ? null : number;
  }

  private static LogNumber logNumber(String text, Matcher log) {
    int group = log.group(2) == null ? 4 : 2;
    String read = text.substring(log.start(group + 1), log.end(group + 1));
    String digits = CaseNumber.digits(read);
    boolean clean = read.chars().filter(Character::isDigit).count() * 2 > digits.length();
    if (!clean || !digits.chars().allMatch(Character::isDigit)) {
      return new LogNumber("", false);
    }
    String name = log.group(group);
    boolean joined = name.endsWith("#") || name.endsWith("-");
    return new LogNumber(
        name.strip().replaceAll("\\s+", " ") + (joined ? "" : " ") + digits, !digits.equals(read));
  }

  /** Cases of the presidential libraries; those that a stamp took are named without a stamp. */
  static void cases(Draft draft, @Nullable LocalDate release) {
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
      further(draft, number);
      if (!draft.isTaken(number.from(), number.to())) {
        caseAlone(draft, number.number(), number.item(), number.by(), number.from(), number.to());
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

  /** {@code #9-11}: the further items of a case, of which only the first is named. */
  private static void further(Draft draft, CaseNumber number) {
    Matcher further = FURTHER.matcher(draft.upper()).region(number.to(), draft.upper().length());
    if (further.lookingAt()) {
      draft.find(
          ReadingRule.CASE_OPEN.of(
              draft.text().substring(number.from(), further.end()),
              "Several items stand here; only the first is named."),
          number.from());
      draft.needReview();
    }
  }

  /** Numbers of other forms that no stamp took. */
  private static void bareNumbers(Draft draft) {
    for (BareNumber number : BareNumber.in(draft.text(), draft.upper())) {
      if (!draft.isTaken(number.from(), number.to())) {
        draft.caseNumbers.add(number.together());
        caseAlone(draft, number.number(), number.item(), null, number.from(), number.to());
      }
    }
  }

  /**
   * A case without the word of what was decided; who signed behind it, and when, is read, and what
   * they signed is left open.
   */
  private static void caseAlone(
      Draft draft,
      String number,
      @Nullable String item,
      @Nullable String initials,
      int from,
      int to) {
    draft.span(from, to, Span.Meaning.CASE_NUMBER);
    Matcher signed = SIGNED.matcher(draft.upper()).region(to, draft.upper().length());
    if (!signed.lookingAt() || draft.isTaken(signed.start(1), signed.end(1))) {
      draft.stamps.add(new Stamp(Stamp.Kind.CASE, null, number, item, initials, null));
      return;
    }
    int start = signed.start(1);
    int end = signed.end(1);
    String rest = draft.text().substring(start, end);
    String upper = draft.upper().substring(start, end);
    LocalDate on = StampDate.in(draft, rest, upper, start, null);
    String name = StampSource.name(rest, upper);
    draft.stamps.add(
        new Stamp(Stamp.Kind.CASE, null, number, item, name == null ? initials : name, on));
    draft.span(start, end, Span.Meaning.STAMP);
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
