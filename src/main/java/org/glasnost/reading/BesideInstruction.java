package org.glasnost.reading;

import java.util.regex.Matcher;
import org.glasnost.declassification.DeclassificationInstruction;
import org.glasnost.declassification.InstructionReading;
import org.glasnost.declassification.RevokedInstruction;

/**
 * What stands beside an instruction: a downgrading, a damaged label or date, a condition, words
 * that take it back.
 */
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

  /** What is damaged or taken back is told of, and is no instruction. */
  static void undone(Draft draft) {
    String upper = draft.upper();
    if (InstructionForms.mayStand(upper) || upper.contains("DOWNGRADE") || upper.contains("DNG")) {
      damagedDate(draft);
      revoked(draft);
    }
  }

  /** Whether a condition follows a day: such a day ends nothing by itself, and is told of. */
  static boolean conditional(Draft draft, int from, int dated, int stop) {
    String upper = draft.upper();
    if (!InstructionForms.CONDITION.matcher(upper).region(dated, upper.length()).lookingAt()) {
      return false;
    }
    InstructionJudgement.open(draft, draft.text().substring(from, stop), from);
    draft.span(from, dated, Span.Meaning.INSTRUCTION);
    return true;
  }

  /** An instruction that is taken back on its line is none, and needs a person. */
  private static void revoked(Draft draft) {
    RevokedInstruction.in(draft.upper())
        .ifPresent(
            words -> {
              String written = draft.text().substring(words.start(), words.end());
              InstructionJudgement.open(draft, written, words.start());
              draft.declassification = new DeclassificationText(null, written);
            });
  }

  /** A damaged date is told of, so that its instruction is not taken for one without a date. */
  private static void damagedDate(Draft draft) {
    Matcher damaged = InstructionForms.DATE_DAMAGED.matcher(draft.upper());
    int seen = 0;
    while (damaged.find() && seen++ < MOST) {
      if (!draft.isTaken(damaged.start(1), damaged.end(1))) {
        InstructionJudgement.open(
            draft, draft.text().substring(damaged.start(), damaged.end()).strip(), damaged.start());
      }
    }
  }

  /** The day from which a source-marked instruction counts is told of where it cannot be read. */
  static void sourceDate(Draft draft, InstructionReading reading, int from, int to) {
    DeclassificationInstruction read = reading.read();
    if (read == null || !read.sourceMarked() || read.sourceDate() != null) {
      return;
    }
    Matcher undated = InstructionForms.SOURCE_UNDATED.matcher(draft.upper());
    if (undated.find(from) && undated.start() <= to) {
      draft.find(
          ReadingRule.UNREADABLE.of(
              draft.text().substring(undated.start(1), undated.end(1)).strip(),
              "The date of the source cannot be read; from it the instruction counts."),
          undated.start(1));
      draft.doubt(0.7);
      draft.needReview();
    }
  }
}
