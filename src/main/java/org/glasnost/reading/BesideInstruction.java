package org.glasnost.reading;

import java.util.regex.Matcher;

/** What stands beside an instruction: a scheduled downgrading, a damaged label. */
final class BesideInstruction {
  private static final int MOST = 100;

  private BesideInstruction() {}

  /** A scheduled downgrading is an instruction, and its level is not the one that holds. */
  static void downgrading(Draft draft) {
    String upper = draft.upper();
    if (!upper.contains("DNG") && !upper.contains("DOWNGRADE")) {
      return;
    }
    Matcher downgrading = InstructionForms.DOWNGRADING.matcher(upper);
    int seen = 0;
    while (downgrading.find() && seen++ < MOST) {
      if (!draft.isTaken(downgrading.start(), downgrading.end())) {
        draft.span(downgrading.start(), downgrading.end(), Span.Meaning.INSTRUCTION);
      }
    }
  }

  /** {@code DECI:} before an instruction that stands as it should. */
  static void damagedIntro(Draft draft) {
    String upper = draft.upper();
    if (!upper.contains("DEC")) {
      return;
    }
    Matcher intro = InstructionForms.DAMAGED_INTRO.matcher(upper);
    if (intro.find() && !draft.isTaken(intro.start(), intro.end())) {
      draft.find(
          ReadingRule.REPAIRED
              .of(intro.group().strip(), "Read as DECL; a repaired instruction needs a person.")
              .suggesting("DECL:"),
          intro.start());
      draft.doubt(0.85);
      draft.needReview();
      draft.take(intro.start(), intro.end());
    }
  }
}
