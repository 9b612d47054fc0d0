package org.glasnost.declassification;

import static org.glasnost.declassification.DeclassificationRule.rule;

import java.util.List;
import org.glasnost.rule.Citation;

/** The rules on the line that a derivative document takes from its sources. */
final class DerivingRules {
  static final DeclassificationRule DERIVE_CARRIED =
      rule(
          "DCL-0070",
          "A derivative document carries its source's instruction forward.",
          Citation.of("32 CFR 2001.22(e)(1)"));
  static final DeclassificationRule DERIVE_HIERARCHY =
      rule(
          "DCL-0071",
          "Of several sources the most restrictive instruction is carried, one value alone.",
          Citation.of("32 CFR 2001.22(e)(4)"),
          Citation.of("C16 E.3"));
  static final DeclassificationRule DERIVE_WITHOUT_SOURCE =
      rule(
          "DCL-0072",
          "A derivative line is taken from a source.",
          Citation.of("32 CFR 2001.22(e)(1)"));
  static final DeclassificationRule DERIVE_SHORTER =
      rule(
          "DCL-0073",
          "Another source comes to a later calculated date.",
          Citation.of("32 CFR 2001.22(e)(2)"));

  private DerivingRules() {}

  /** Every rule of the family, in the order of the ids. */
  static List<DeclassificationRule> all() {
    return List.of(DERIVE_CARRIED, DERIVE_HIERARCHY, DERIVE_WITHOUT_SOURCE, DERIVE_SHORTER);
  }
}
