package org.glasnost.marking.rules;

import java.util.EnumSet;
import java.util.Set;

/**
 * The rules of which the canonical form mends what breaks them. Whatever is not named here is left
 * to a person.
 */
final class MendedByForm {
  private static final Set<MarkingRule> RULES =
      EnumSet.of(
          MarkingRule.SEPARATOR,
          MarkingRule.CATEGORY_ORDER,
          MarkingRule.WORD_ORDER,
          MarkingRule.BANNER_FORM,
          MarkingRule.PORTION_FORM,
          MarkingRule.TWICE,
          MarkingRule.EMPTY_PART,
          MarkingRule.NOT_IN_FORCE,
          MarkingRule.REQUIRES,
          MarkingRule.REL_TO_ORDER,
          MarkingRule.REL_TO_USA,
          MarkingRule.REL_TO_COMMA,
          MarkingRule.DATE_IN_BANNER,
          MarkingRule.SAR_REPEATED,
          MarkingRule.JOINT_ORDER,
          MarkingRule.FGI_ORDER,
          MarkingRule.HCS_LEGACY,
          MarkingRule.EYES_ENDED,
          MarkingRule.CUI_WORD,
          MarkingRule.RELEASE_MARKING_MISSING,
          MarkingRule.RESTRICTED_ENDED,
          MarkingRule.RESTRICTED_PERSON,
          MarkingRule.SIGMA_FORM,
          MarkingRule.PARENTHESES,
          MarkingRule.NOT_REPRESENTED,
          MarkingRule.SUCCESSOR_OPEN,
          MarkingRule.AEA_PRECEDENCE,
          MarkingRule.COMMA,
          MarkingRule.COMPARTMENT_NAME,
          MarkingRule.BLANKS,
          MarkingRule.CUI_LEGACY,
          MarkingRule.BARE_REL,
          MarkingRule.GIVES_WAY);

  private MendedByForm() {}

  static boolean holds(MarkingRule rule) {
    return RULES.contains(rule);
  }
}
