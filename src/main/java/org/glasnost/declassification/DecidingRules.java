package org.glasnost.declassification;

import static org.glasnost.declassification.DeclassificationRule.rule;

import java.util.List;
import org.glasnost.rule.Citation;

/** The rules on what an original classification authority may write, order by order. */
final class DecidingRules {
  static final DeclassificationRule DECIDE_BEFORE_10964 =
      rule(
          "DCL-0060",
          "Before the groups of 1961 no order set a duration: the originator keeps it under review or writes a date.",
          Citation.unverified("E.O. 10501 section 4"));
  static final DeclassificationRule DECIDE_GROUP =
      rule(
          "DCL-0061",
          "Under E.O. 10964 the classifier assigns one of four groups.",
          Citation.unverified("E.O. 10964"));
  static final DeclassificationRule DECIDE_11652 =
      rule(
          "DCL-0062",
          "Under E.O. 11652 the General Declassification Schedule runs unless an earlier date is set, or a category exempts for at most 30 full calendar years.",
          Citation.of("18 CFR 3a.22(b)"),
          Citation.unverified("E.O. 11652 section 5(E)"));
  static final DeclassificationRule DECIDE_12065 =
      rule(
          "DCL-0063",
          "Under E.O. 12065 a date is set within six years; within twenty by a Top Secret authority, thirty for foreign government information.",
          Citation.of("15 CFR 2008.6"),
          Citation.unverified("E.O. 12065 section 1-4"));
  static final DeclassificationRule DECIDE_12356 =
      rule(
          "DCL-0064",
          "Under E.O. 12356 a date or event is set, or the originating agency's determination is required.",
          Citation.of("12 CFR 403.3(d)(1)"));
  static final DeclassificationRule DECIDE_12958 =
      rule(
          "DCL-0065",
          "Under E.O. 12958 a date is set within ten years, or ten years run, or X1 to X8 exempts.",
          Citation.unverified("E.O. 12958 section 1.6"));
  static final DeclassificationRule DECIDE_13292 =
      rule(
          "DCL-0066",
          "Under E.O. 13292 an earlier date, else ten years, else up to 25.",
          Citation.of("32 CFR 2001.12(a)(1) (2004)"));
  static final DeclassificationRule DECIDE_13526 =
      rule(
          "DCL-0067",
          "An earlier date or event, else ten years, else up to 25 years from the decision.",
          Citation.of("32 CFR 2001.12(a)(1)"));
  static final DeclassificationRule DECIDE_SPECIAL =
      rule(
          "DCL-0068",
          "A human source, or key design concepts of weapons of mass destruction, is marked with its designator and no date.",
          Citation.of("32 CFR 2001.12(a)(2)"),
          Citation.of("32 CFR 2001.21(a)(4)(iii)-(iv)"));
  static final DeclassificationRule DECIDE_NOT_OF_ITS_ORDER =
      rule(
          "DCL-0069",
          "An instruction that the order in force does not know may not be written.",
          Citation.of("32 CFR 2001.21(a)(4)"));

  private DecidingRules() {}

  /** Every rule of the family, in the order of the ids. */
  static List<DeclassificationRule> all() {
    return List.of(
        DECIDE_BEFORE_10964,
        DECIDE_GROUP,
        DECIDE_11652,
        DECIDE_12065,
        DECIDE_12356,
        DECIDE_12958,
        DECIDE_13292,
        DECIDE_13526,
        DECIDE_SPECIAL,
        DECIDE_NOT_OF_ITS_ORDER);
  }
}
