package org.glasnost.reading;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.declassification.InstructionKind;
import org.glasnost.declassification.InstructionReading;
import org.glasnost.rule.Finding;

/** What is wrong with an instruction where it stands, by the orders of its day. */
final class InstructionJudgement {
  private InstructionJudgement() {}

  /** Whether the instruction was one of its time; without a date it is today that judges. */
  static void judge(
      Draft draft, InstructionReading reading, InstructionKind kind, int from, int to) {
    String token = draft.text().substring(from, to);
    if (kind == InstructionKind.TREATY || kind == InstructionKind.MR) {
      draft.find(
          ReadingRule.INSTRUCTION_NEVER.of(token, "This instruction was never authorised."), from);
      return;
    }
    if (InstructionForms.namesSeveral(token)) {
      draft.find(
          ReadingRule.TWO_INSTRUCTIONS.of(
              token, "Several categories stand here; the first is named, and all end alike."),
          from);
      draft.needReview();
    }
    boolean human = kind == InstructionKind.HUMAN_SOURCE_50;
    boolean dated = reading.read() != null && reading.read().date() != null;
    if (dated && (human || kind == InstructionKind.WMD_DESIGN_50)) {
      draft.find(
          ReadingRule.HUM_DATE
              .of(token, "50X1-HUM and 50X2-WMD bear no date.")
              .suggesting(human ? "50X1-HUM" : "50X2-WMD"),
          from);
    }
    LocalDate day = draft.date() == null ? draft.today() : draft.date();
    boolean ofSource = InstructionForms.MARKED.matcher(draft.upper()).find();
    if (!ofSource) {
      reading
          .outOfItsEra(day)
          .forEach(f -> draft.find(ReadingRule.INSTRUCTION_ERA.of(token, f.message()), from));
    }
    if (draft.date() != null) {
      late(draft, reading, token, from);
    }
  }

  /** Whether the date lies later than the order of the document's day, or its exemption, allows. */
  private static void late(Draft draft, InstructionReading reading, String token, int from) {
    List<Finding> late = reading.tooLate(draft.date(), false);
    if (!late.isEmpty() && AuthorityBlock.isDerivative(draft.upper())) {
      late = reading.tooLate(draft.date(), true);
    }
    late.forEach(f -> draft.find(ReadingRule.INSTRUCTION_LATE.of(token, f.message()), from));
  }
}
