package org.glasnost.declassification;

import static org.glasnost.declassification.DeclassificationRule.rule;

import java.util.List;
import org.glasnost.rule.Citation;

/** The rules on the question itself. */
final class QuestionRules {
  static final DeclassificationRule CONTRADICTION =
      rule("DCL-0090", "A request may not contradict itself.");
  static final DeclassificationRule NOT_YET =
      rule("DCL-0091", "What is reported as done lies on or before the day of the question.");
  static final DeclassificationRule OUT_OF_RANGE =
      rule("DCL-0092", "The dates of records lie between 1776 and 2999.");
  static final DeclassificationRule DESIGNATOR_UNKNOWN =
      rule(
          "DCL-0093",
          "An exemption claimed is one of the designators, or the file series.",
          Citation.of("32 CFR 2001.26"));

  private QuestionRules() {}

  /** Every rule of the family, in the order of the ids. */
  static List<DeclassificationRule> all() {
    return List.of(CONTRADICTION, NOT_YET, OUT_OF_RANGE, DESIGNATOR_UNKNOWN);
  }
}
