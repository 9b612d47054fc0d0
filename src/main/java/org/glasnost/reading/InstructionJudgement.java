package org.glasnost.reading;

import java.time.LocalDate;
import org.glasnost.declassification.InstructionKind;
import org.glasnost.declassification.InstructionReading;

/** What is wrong with an instruction where it stands, by the orders of its day. */
final class InstructionJudgement {
  private InstructionJudgement() {}

  /** Whether the instruction was one of its time; without a date it is today that judges. */
  static void judge(
      Draft draft, InstructionReading reading, InstructionKind kind, int from, int to) {
    String token = draft.text().substring(from, to);
    switch (kind) {
      case TREATY, MR -> {
        draft.find(
            ReadingRule.INSTRUCTION_NEVER.of(token, "This instruction was never authorised."),
            from);
        return;
      }
      case HUMAN_SOURCE_50, WMD_DESIGN_50 -> {
        if (reading.read() != null && reading.read().date() != null) {
          draft.find(
              ReadingRule.HUM_DATE
                  .of(token, "50X1-HUM and 50X2-WMD bear no date.")
                  .suggesting(kind == InstructionKind.HUMAN_SOURCE_50 ? "50X1-HUM" : "50X2-WMD"),
              from);
        }
      }
      case DATE,
          EVENT,
          OADR,
          GROUP_1,
          GROUP_2,
          GROUP_3,
          GROUP_4,
          GDS,
          ADS,
          XGDS_1,
          XGDS_2,
          XGDS_3,
          XGDS_4,
          RDS,
          REVIEW_ON,
          X1,
          X2,
          X3,
          X4,
          X5,
          X6,
          X7,
          X8,
          DCI_ONLY,
          DNI_ONLY,
          EXEMPT_25,
          EXEMPT_50,
          EXEMPT_75,
          NA_RD -> {}
    }
    LocalDate day = draft.date() == null ? draft.today() : draft.date();
    boolean ofSource = InstructionForms.MARKED.matcher(draft.upper()).find();
    if (!ofSource) {
      reading
          .outOfItsEra(day)
          .forEach(f -> draft.find(ReadingRule.INSTRUCTION_ERA.of(token, f.message()), from));
    }
  }
}
