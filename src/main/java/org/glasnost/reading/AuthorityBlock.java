package org.glasnost.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the lines of a classification authority block other than the instruction. */
final class AuthorityBlock {
  private static final Pattern FIELD =
      Pattern.compile(
          "(?<![A-Z])(CLASSIFIED\\s{1,2}BY|DERIVED\\s{1,2}FROM|CL\\s{1,2}BY|DERV\\s{1,2}(?:FROM|FRM|FM)"
              + "|DRV\\s{1,2}(?:FROM|FRM|FM)|REASON(?:\\s{1,2}FOR\\s{1,2}CLASSIFICATION)?|REASON)"
              + "(?:\\s{0,2}:|\\s)\\s{0,3}");
  private static final Pattern NEXT =
      Pattern.compile(
          "\\n|;|(?<![A-Z])(?:DECL|DECLASSIFY|DERV|DERIVED|DRV|REASON|REVW|RVW|REVIEW|CL\\s{1,2}BY"
              + "|CLASSIFIED\\s{1,2}BY|DOWNGRADE)(?![A-Z])");

  private AuthorityBlock() {}

  /** Reads the lines into the draft. */
  static void read(Draft draft) {
    Matcher field = FIELD.matcher(draft.upper());
    boolean derived = false;
    int reason = -1;
    int at = 0;
    while (at < draft.text().length() && field.find(at)) {
      int from = field.start();
      Matcher next = NEXT.matcher(draft.upper()).region(field.end(), draft.text().length());
      int to = next.find() ? next.start() : draft.text().length();
      int stop = from + draft.text().substring(from, to).stripTrailing().length();
      if (!draft.isTaken(from, stop)) {
        draft.span(from, stop, Span.Meaning.AUTHORITY);
        derived |= field.group(1).startsWith("DER") || field.group(1).startsWith("DRV");
        reason = field.group(1).startsWith("REASON") ? from : reason;
      }
      at = Math.max(to, field.end());
    }
    if (derived && reason >= 0) {
      draft.find(
          ReadingRule.REASON_DERIVATIVE.of(
              "Reason", "A derivative classification does not carry the reason over."),
          reason);
    }
  }
}
