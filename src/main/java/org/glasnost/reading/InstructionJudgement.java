package org.glasnost.reading;

import java.time.LocalDate;
import java.util.List;
import org.glasnost.declassification.InstructionGrammar;
import org.glasnost.declassification.InstructionKind;
import org.glasnost.declassification.InstructionReading;
import org.glasnost.declassification.InstructionReading.Outcome;
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
    if (InstructionForms.namesSeveral(token)
        && !draft.hasFinding(f -> f.rule().equals(ReadingRule.TWO_INSTRUCTIONS.id()))) {
      draft.find(
          ReadingRule.TWO_INSTRUCTIONS.of(
              token, "Several categories stand here; the first is named, and all end alike."),
          from);
      draft.needReview();
    }
    InstructionForms.another(draft.upper(), from, to)
        .filter(at -> !draft.hasFinding(f -> f.rule().equals(ReadingRule.TWO_INSTRUCTIONS.id())))
        .ifPresent(
            at -> {
              draft.find(
                  ReadingRule.TWO_INSTRUCTIONS.of(
                      draft.text().substring(from, at),
                      "Several exemptions or days stand here; one value only may stand."),
                  from);
              draft.needReview();
            });
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
      if (kind == InstructionKind.DATE
          && reading.instruction().map(i -> i.date()).filter(draft.date()::isAfter).isPresent()) {
        draft.find(
            ReadingRule.INSTRUCTION_OPEN.of(token, "The date lies before that of the document."),
            from);
        draft.needReview();
      }
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

  /** What is incomplete or cannot be read is told, and needs a person. */
  static void open(Draft draft, String token, int index) {
    draft.find(
        ReadingRule.INSTRUCTION_OPEN.of(
            token, "The declassification instruction is incomplete or cannot be read."),
        index);
    draft.needReview();
  }

  /** In a block the whole is read as the calculus reads it; what was found gives the place. */
  static void whole(Draft draft) {
    InstructionReading whole = InstructionGrammar.read(draft.text(), draft.date());
    InstructionKind kind = whole.kind();
    String code = kind == null ? null : kind.code();
    DeclassificationText before = draft.declassification;
    if (before.text() != null
        && InstructionPlace.isSame(whole, InstructionGrammar.read(before.text(), draft.date()))) {
      draft.declassification = new DeclassificationText(code, before.text());
      return;
    }
    if (kind == null) {
      if (whole.outcome() == Outcome.UNREADABLE && before.instruction() != null) {
        open(draft, draft.text().strip(), draft.text().indexOf(draft.text().strip()));
        draft.declassification = new DeclassificationText(null, draft.text().strip());
      } else {
        draft.declassification = new DeclassificationText(null, before.text());
      }
      return;
    }
    InstructionPlace place = InstructionPlace.of(draft, whole);
    if (!draft.isTaken(place.from(), place.to())) {
      draft.span(place.from(), place.to(), Span.Meaning.INSTRUCTION);
      judge(draft, whole, kind, place.from(), place.to());
    }
    draft.declassification = new DeclassificationText(code, place.words());
  }
}
