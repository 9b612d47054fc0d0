package org.glasnost.declassification;

import static org.glasnost.declassification.DeclassificationRule.rule;

import java.util.List;
import org.glasnost.rule.Citation;

/** The rules on the instruction with which a review sustains classification. */
final class SustainingRules {
  static final DeclassificationRule SUSTAIN_NEEDS_INSTRUCTION =
      rule(
          "DCL-0110",
          "Who sustains classification says until when.",
          Citation.of("32 CFR 2001.26(a)(1)"));
  static final DeclassificationRule SUSTAIN_NEEDS_PANEL =
      rule(
          "DCL-0111",
          "Classification beyond 25 years rests on the Panel's approval.",
          Citation.of("32 CFR 2001.26(a)(4)"),
          Citation.of("32 CFR 2001.30(k)"));
  static final DeclassificationRule SUSTAIN_BEYOND_CAP =
      rule(
          "DCL-0112",
          "A sustained date lies within the ceiling of its exemption.",
          Citation.of("32 CFR 2001.26(a)(1)"),
          Citation.of("32 CFR 2001.26(b)"));
  static final DeclassificationRule SUSTAIN_NOT_IN_USE =
      rule(
          "DCL-0113",
          "A new line bears a date, an event, or an exemption of the present order.",
          Citation.of("32 CFR 2001.21(a)(4)"),
          Citation.of("32 CFR 2001.26"));
  static final DeclassificationRule SUSTAIN_PASSED =
      rule("DCL-0114", "A new date lies ahead.", Citation.inferred("32 CFR 2001.12(b)"));
  static final DeclassificationRule SUSTAIN_NO_ORIGIN =
      rule(
          "DCL-0115",
          "Without the document's date the ceiling cannot be checked.",
          Citation.inferred("32 CFR 2001.26(a)(1)"));

  private SustainingRules() {}

  /** Every rule of the family, in the order of the ids. */
  static List<DeclassificationRule> all() {
    return List.of(
        SUSTAIN_NEEDS_INSTRUCTION,
        SUSTAIN_NEEDS_PANEL,
        SUSTAIN_BEYOND_CAP,
        SUSTAIN_NOT_IN_USE,
        SUSTAIN_PASSED,
        SUSTAIN_NO_ORIGIN);
  }
}
