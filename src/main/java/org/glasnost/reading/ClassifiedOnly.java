package org.glasnost.reading;

import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.RegisterEntry;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Words that only classified information bears, beside a level that says that it is unclassified,
 * in a marking without categories ({@code UNCLASSIFIED/ORCON}): either may be the mistake, and
 * until a person has looked the words are not unclassified. So with weapon design information that
 * is called Confidential. Of markings in categories {@link Combination} tells.
 */
final class ClassifiedOnly {
  private ClassifiedOnly() {}

  /** Tells of the first such word. */
  static void check(Draft draft, MarkingRegister historic, MarkingRegister cnsi) {
    StatedLevel level = draft.statedLevel();
    if (level == StatedLevel.CONFIDENTIAL) {
      design(draft);
      return;
    }
    if (level == null || (level != StatedLevel.UNCLASSIFIED && level != StatedLevel.LOU)) {
      return;
    }
    for (Span span : draft.spans()) {
      boolean instructed =
          span.meaning() == Span.Meaning.INSTRUCTION
              && draft.declassification.instruction() != null
              && draft.stamps.isEmpty();
      if (instructed || isClassified(span, historic, cnsi)) {
        if (!draft.hasFinding(ClassifiedOnly::isTold)) {
          tell(draft, span, level);
        }
        return;
      }
    }
  }

  /** Critical nuclear weapon design information is at least Secret, in every era of its marking. */
  private static void design(Draft draft) {
    if (draft.aea.stream().noneMatch(word -> word.contains("CNWDI"))
        || draft.hasFinding(ClassifiedOnly::isTold)) {
      return;
    }
    draft.spans().stream()
        .filter(span -> span.meaning() == Span.Meaning.AEA && isDesign(span.text()))
        .filter(span -> !draft.hasFinding(f -> isOpen(f, span.text())))
        .findFirst()
        .ifPresent(
            span ->
                draft.find(
                    MarkingRule.CNWDI_LEVEL.holdsOn(draft.date())
                        ? MarkingRule.CNWDI_LEVEL.by(span.text())
                        : MarkingRule.SUCCESSOR_OPEN.by(
                            span.text(), "'" + span.text() + "' may not stand with CONFIDENTIAL."),
                    draft.index(span.from())));
    draft.leaveToPerson();
  }

  private static boolean isOpen(Finding finding, String word) {
    return finding.rule().equals(MarkingRule.SUCCESSOR_OPEN.id()) && word.equals(finding.token());
  }

  private static boolean isDesign(String word) {
    String upper = Draft.upper(word);
    return upper.contains("CNWDI") || upper.contains("DESIGN");
  }

  private static void tell(Draft draft, Span span, StatedLevel level) {
    boolean ruled = MarkingRule.LEVEL_NOT_ALLOWED.holdsOn(draft.date());
    MarkingRule rule = ruled ? MarkingRule.LEVEL_NOT_ALLOWED : MarkingRule.SUCCESSOR_OPEN;
    String stands =
        "'"
            + span.text()
            + "' may not stand with "
            + (level == StatedLevel.LOU ? "LIMITED OFFICIAL USE" : level.name())
            + ".";
    draft.find(rule.by(span.text(), stands), draft.index(span.from()));
    draft.leaveToPerson();
  }

  private static boolean isTold(Finding finding) {
    return finding.rule().equals(MarkingRule.LEVEL_NOT_ALLOWED.id())
        || finding.rule().equals(MarkingRule.SI_COMPARTMENT.id())
        || finding.rule().equals(MarkingRule.CNWDI_LEVEL.id());
  }

  private static boolean isClassified(Span span, MarkingRegister historic, MarkingRegister cnsi) {
    String upper = Draft.upper(span.text());
    return switch (span.meaning()) {
      case SCI, SAP -> true;
      case AEA -> {
        RegisterEntry word = ModernContext.word(cnsi, RegisterCategory.AEA, upper);
        yield word == null || isClassified(word);
      }
      case CONTROL ->
          isClassified(ModernContext.word(cnsi, RegisterCategory.DISSEM, upper))
              || isClassified(ModernContext.word(historic, RegisterCategory.CONTROL, upper));
      case CODEWORD -> {
        RegisterEntry form = historic.form(RegisterCategory.CODEWORD, upper);
        RegisterEntry word = form == null ? historic.token(RegisterCategory.CODEWORD, upper) : form;
        yield word != null && word.reuse() == RegisterEntry.Reuse.SUCCESSOR;
      }
      case LEVEL,
          RECIPIENT,
          FGI,
          NON_US,
          JOINT,
          REL_TO,
          DISPLAY_ONLY,
          CUI,
          PRECEDENCE,
          INSTRUCTION,
          AUTHORITY,
          STAMP,
          CASE_NUMBER,
          UNKNOWN ->
          false;
    };
  }

  private static boolean isClassified(@Nullable RegisterEntry word) {
    return word != null
        && !word.levels().isEmpty()
        && !word.levels().contains(StatedLevel.UNCLASSIFIED);
  }
}
