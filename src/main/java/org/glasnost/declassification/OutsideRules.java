package org.glasnost.declassification;

import static org.glasnost.declassification.DeclassificationRule.rule;

import java.util.List;
import org.glasnost.rule.Citation;

/** The rules on what no order declassifies, or what is not classified at all. */
final class OutsideRules {
  static final DeclassificationRule NOT_CLASSIFIED =
      rule(
          "DCL-0001",
          "What is unclassified, or Limited Official Use, has no date of declassification.",
          Citation.of("32 CFR 2001.24(a)"));
  static final DeclassificationRule RESTRICTED_DATA =
      rule(
          "DCL-0002",
          "Restricted Data, Formerly Restricted Data and TFNI are never declassified by an order; the designation is Energy's to remove.",
          Citation.of("32 CFR 2001.24(h)(2)"),
          Citation.of("32 CFR 2001.24(i)(3)"),
          Citation.of("32 CFR 2001.30(p)"));
  static final DeclassificationRule NATO =
      rule(
          "DCL-0003", "NATO information is not declassified without NATO.", Citation.of("C16 E.5"));
  static final DeclassificationRule IMAGERY =
      rule(
          "DCL-0004",
          "For E.O. 12951 imagery of indefinite duration the Director of National Intelligence prescribes the date or event.",
          Citation.of("32 CFR 2001.12(c)(3)"),
          Citation.of("32 CFR 2001.22(e)(3)(ii)"));

  private OutsideRules() {}

  /** Every rule of the family, in the order of the ids. */
  static List<DeclassificationRule> all() {
    return List.of(NOT_CLASSIFIED, RESTRICTED_DATA, NATO, IMAGERY);
  }
}
