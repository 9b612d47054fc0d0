package org.glasnost.reading;

import java.util.EnumSet;
import java.util.Set;
import org.glasnost.marking.Marking;
import org.glasnost.marking.MarkingRegister;
import org.glasnost.marking.RegisterCategory;
import org.glasnost.marking.Rendering;
import org.glasnost.marking.StatedLevel;
import org.glasnost.marking.rules.MarkingRule;
import org.glasnost.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The way out of what is only badly written: the same marking, its parts and words in their places.
 * Nothing is added or taken away, so where today's syntax cannot hold a word there is none.
 */
final class Mending {
  private static final Set<MarkingRule> OF_FORM =
      EnumSet.of(
          MarkingRule.SEPARATOR,
          MarkingRule.COMMA,
          MarkingRule.BLANKS,
          MarkingRule.CATEGORY_ORDER,
          MarkingRule.WORD_ORDER,
          MarkingRule.TWICE,
          MarkingRule.EMPTY_PART,
          MarkingRule.PARENTHESES,
          MarkingRule.DATE_IN_BANNER);

  private Mending() {}

  /** Gives the findings about a badly written line the line as it should stand. */
  static void suggest(Draft draft, LineKind kind) {
    boolean portion = kind == LineKind.PORTION;
    if ((!portion && kind != LineKind.BANNER) || !draft.hasFinding(Mending::isOpen)) {
      return;
    }
    Marking marking = draft.marking();
    if (!draft.hasUnknown()
        && !draft.isOfTwoOwners()
        && !draft.hasFinding(f -> !Reading.leavesMeaningWhole(f))
        && isOfToday(marking)) {
      String line = portion ? Rendering.portion(marking) : Rendering.banner(marking);
      draft.mend(Mending::isOpen, line);
    }
  }

  private static boolean isOpen(Finding finding) {
    MarkingRule rule = MarkingRule.of(finding.rule());
    return rule != null && OF_FORM.contains(rule) && finding.suggestion() == null;
  }

  private static boolean isOfToday(Marking marking) {
    String owned = marking.nonUs();
    return isLevel(marking.level(), owned != null)
        // A word of another language names no owner and has no form of today.
        && (owned == null || owned.indexOf(' ') > 0)
        && marking.codewords().isEmpty()
        && marking.recipients().isEmpty()
        && marking.controls().stream().allMatch(Mending::isWord);
  }

  private static boolean isLevel(@Nullable StatedLevel level, boolean foreign) {
    return level == StatedLevel.TOP_SECRET
        || level == StatedLevel.SECRET
        || level == StatedLevel.CONFIDENTIAL
        || level == StatedLevel.UNCLASSIFIED
        || (foreign && level == StatedLevel.NONE);
  }

  /** A bare REL and EYES leave their list to another line. */
  private static boolean isWord(String control) {
    if (control.equals("REL_TO") || control.equals("EYES") || control.equals("DISPLAY_ONLY")) {
      return false;
    }
    for (RegisterCategory category : Rendering.CONTROLS) {
      if (MarkingRegister.cnsi().token(category, control) != null) {
        return true;
      }
    }
    return MarkingRegister.cui().token(RegisterCategory.CUI_DISSEM, control) != null;
  }
}
