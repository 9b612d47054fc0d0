package org.glasnost.declassification;

import static org.glasnost.declassification.DeclassificationRule.rule;

import java.util.List;
import org.glasnost.rule.Citation;

/** The rules on the bases on which words may be withheld. */
final class BasisRules {
  static final DeclassificationRule BASIS_UNKNOWN =
      rule(
          "DCL-0100",
          "A basis is one of those listed.",
          Citation.of("32 CFR 2001.33(h)"),
          Citation.of("36 CFR 1260.78"));
  static final DeclassificationRule BASIS_BY_AGE =
      rule(
          "DCL-0101",
          "Section 1.4 serves while a record is younger than 25 years, section 3.3(b) after.",
          Citation.of("32 CFR 2001.33(h)"),
          Citation.of("36 CFR 1260.78"));
  static final DeclassificationRule BASIS_5_PRESIDENTIAL =
      rule(
          "DCL-0102",
          "FOIA exemption 5 may not be used on presidential records.",
          Citation.of("36 CFR 1250.30(e)"));
  static final DeclassificationRule BASIS_PRESIDENTIAL_ONLY =
      rule(
          "DCL-0103",
          "The restrictions of the Presidential Records Act serve presidential records alone.",
          Citation.of("44 U.S.C. 2204(a)"));

  private BasisRules() {}

  /** Every rule of the family, in the order of the ids. */
  static List<DeclassificationRule> all() {
    return List.of(BASIS_UNKNOWN, BASIS_BY_AGE, BASIS_5_PRESIDENTIAL, BASIS_PRESIDENTIAL_ONLY);
  }
}
