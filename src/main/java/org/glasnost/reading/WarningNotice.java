package org.glasnost.reading;

import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a warning notice of the register states: the words that it names as its successors, foreign
 * government information, or a class of information of which only a person can say the word.
 */
final class WarningNotice {
  private static final String FOREIGN = "FGI";
  private static final RegisterCategory[] PAST = {
    RegisterCategory.AEA, RegisterCategory.CONTROL, RegisterCategory.CODEWORD
  };

  /** So many words name a class of information; a notice that says more has more. */
  private static final int LONGEST_CLASS = 4;

  private WarningNotice() {}

  /** Whether a notice only names a class of information, as a heading may. */
  static boolean isClass(Lexicon.Spelling spelling) {
    return spelling.entry().category() == RegisterCategory.NOTICE
        && spelling.words().size() <= LONGEST_CLASS;
  }

  static void take(Draft draft, RegisterEntry notice, int from, int to) {
    String written = draft.text().substring(from, to);
    if (notice.reuse() == RegisterEntry.Reuse.PERSON) {
      unplaced(draft, from, to);
      return;
    }
    if (notice.token().equals(FOREIGN)) {
      foreign(draft, FOREIGN, notice, from, to);
      return;
    }
    for (String name : notice.successors()) {
      String token = name.substring(name.indexOf(':') + 1);
      RegisterEntry word = name.startsWith("us-historic:") ? past(token) : null;
      if (word == null) {
        foreign(draft, token, notice, from, to);
      } else if (word.category() == RegisterCategory.AEA) {
        draft.atomic(token);
        draft.span(written, from, to, Span.Meaning.AEA);
      } else if (word.category() == RegisterCategory.CONTROL) {
        draft.controls.add(token);
        draft.span(written, from, to, Span.Meaning.CONTROL);
      } else {
        draft.codewords.add(token);
        draft.span(written, from, to, Span.Meaning.CODEWORD);
      }
    }
  }

  private static @Nullable RegisterEntry past(String token) {
    for (RegisterCategory category : PAST) {
      RegisterEntry entry = MarkingRegister.historic().token(category, token);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  /** Information of another owner is in the paper; its level is that of the paper. */
  static void foreign(Draft draft, String owner, RegisterEntry entry, int from, int to) {
    draft.fgi.add(owner);
    draft.span(from, to, Span.Meaning.FGI);
    draft.find(
        ReadingRule.FOREIGN
            .of(
                draft.text().substring(from, to),
                "Information of another owner is in this paper; a person must confirm whose.")
            .alsoCiting(entry.cite()),
        from);
    draft.needReview();
  }

  /** Protected information is named for which no single word of a register stands. */
  static void unplaced(Draft draft, int from, int to) {
    String written = draft.text().substring(from, to);
    draft.find(
        ReadingRule.UNREADABLE.of(
            written,
            "'" + written + "' names protected information; a person must say under which word."),
        from);
    draft.span(from, to, Span.Meaning.UNKNOWN);
    draft.needReview();
    draft.doubt(0.7);
  }
}
