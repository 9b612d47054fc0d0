package org.glasnost.reading;

import org.glasnost.declassification.AuthorityFields;
import org.glasnost.declassification.AuthorityFields.Field;

/** Finds the lines of a classification authority block other than the instruction. */
final class AuthorityBlock {
  private AuthorityBlock() {}

  /**
   * Reads the lines into the draft.
   *
   * @param block whether the text is known to be a block; elsewhere "for that reason" is prose
   */
  static void read(Draft draft, boolean block) {
    boolean derived = false;
    int reason = -1;
    for (Field field : AuthorityFields.in(draft.upper())) {
      if (!block && !standsAsField(draft.text(), field)) {
        continue;
      }
      if (!draft.isTaken(field.from(), field.to())) {
        draft.span(field.from(), field.to(), Span.Meaning.AUTHORITY);
        switch (field.kind()) {
          case CLASSIFIED_BY -> {}
          case DERIVED_FROM -> derived = true;
          case REASON -> reason = field.from();
        }
      }
    }
    if (derived && reason >= 0) {
      draft.find(
          ReadingRule.REASON_DERIVATIVE.of(
              "Reason", "A derivative classification does not carry the reason over."),
          reason);
    }
  }

  /** In running text a field begins its line or a clause, with a capital. */
  private static boolean standsAsField(String text, Field field) {
    if (!Character.isUpperCase(text.charAt(field.from()))) {
      return false;
    }
    int before = field.from() - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0
        || "\n\r,;:.)/".indexOf(text.charAt(before)) >= 0
        || Character.isUpperCase(text.charAt(field.from() + 1))
        || text.substring(field.from(), field.to()).indexOf(':') > 0;
  }
}
