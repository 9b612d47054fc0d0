package org.glasnost.reading;

import java.util.Locale;
import org.glasnost.marking.rules.MarkingRule;

/** Judges a banner by today's syntax that is written without it. */
final class TodaysBanner {
  private TodaysBanner() {}

  /** Today one separator parts the categories, and historic words have no place. */
  static void judge(Draft draft, ModernMarking modern) {
    int words = 0;
    boolean owned = false;
    Span said = null;
    for (Span span : draft.spans()) {
      switch (span.meaning()) {
        case LEVEL, CONTROL, CODEWORD, AEA -> {
          words++;
          if (words == 2) {
            draft.find(MarkingRule.SEPARATOR.by(span.text()), draft.index(span.from()));
          }
          if (span.meaning() != Span.Meaning.LEVEL
              && !modern.knows(span.text().toUpperCase(Locale.ROOT))) {
            draft.find(
                MarkingRule.NOT_IN_FORCE.by(
                    span.text(), "'" + span.text() + "' is no word of today's register."),
                draft.index(span.from()));
          }
          said = said == null ? span : said;
        }
        case REL_TO -> {
          words++;
          if (words == 2) {
            draft.find(MarkingRule.SEPARATOR.by(span.text()), draft.index(span.from()));
          }
          if (!draft.relTo.contains("USA")) {
            draft.find(
                MarkingRule.REL_TO_USA
                    .by(span.text())
                    .suggesting("REL TO USA, " + String.join(", ", draft.relTo)),
                draft.index(span.from()));
          }
        }
        case NON_US -> owned = true;
        case INSTRUCTION ->
            draft.find(MarkingRule.DATE_IN_BANNER.by(span.text()), draft.index(span.from()));
        case RECIPIENT,
            SCI,
            SAP,
            FGI,
            JOINT,
            DISPLAY_ONLY,
            CUI,
            PRECEDENCE,
            AUTHORITY,
            STAMP,
            CASE_NUMBER,
            UNKNOWN -> {}
      }
    }
    if (said != null && !draft.hasLevel() && !owned) {
      draft.find(MarkingRule.LEVEL_MISSING.by(said.text()), draft.index(said.from()));
    }
  }
}
