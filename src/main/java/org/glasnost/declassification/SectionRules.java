package org.glasnost.declassification;

import static org.glasnost.declassification.DeclassificationRule.rule;

import java.util.List;
import org.glasnost.rule.Citation;

/**
 * The rules on section 3.3 of E.O. 13526: the day on which a permanent record is declassified with
 * nobody acting, and what delays it.
 */
final class SectionRules {
  static final DeclassificationRule SECTION_3_3 =
      rule(
          "DCL-0040",
          "A permanent record is declassified on 31 December of the year that is 25 years from its date.",
          Citation.of("32 CFR 2001.30(l)"));
  static final DeclassificationRule FIRST_ONSET =
      rule(
          "DCL-0041",
          "Section 3.3 first acted on 31 December 2006.",
          Citation.unverified("E.O. 12958 as amended, section 3.3(a)"));
  static final DeclassificationRule FILE_BLOCK =
      rule(
          "DCL-0042",
          "In an integral file block the newest record counts.",
          Citation.of("32 CFR 2001.30(n)(4)"),
          Citation.of("36 CFR 1260.56(a)"));
  static final DeclassificationRule FILE_BLOCK_TOO_LONG =
      rule(
          "DCL-0043",
          "An integral file block spans at most ten years from its oldest record.",
          Citation.of("32 CFR 2001.30(n)(4)"));
  static final DeclassificationRule SCHEDULED_LATE =
      rule(
          "DCL-0044",
          "What was scheduled as permanent when more than 20 years old comes under section 3.3 five years after that day.",
          Citation.of("32 CFR 2001.30(g)"));
  static final DeclassificationRule NOT_PERMANENT =
      rule(
          "DCL-0045",
          "Temporary records and non-record material are outside section 3.3.",
          Citation.of("32 CFR 2001.30(h)"));
  static final DeclassificationRule NOT_SCHEDULED =
      rule(
          "DCL-0046",
          "Section 3.3 does not apply until NARA has scheduled the records.",
          Citation.of("32 CFR 2001.30(g)"));
  static final DeclassificationRule PERMANENCE_UNKNOWN =
      rule(
          "DCL-0047",
          "Section 3.3 acts on permanent records alone.",
          Citation.of("32 CFR 2001.30(l)"));
  static final DeclassificationRule FILE_SERIES =
      rule(
          "DCL-0048",
          "An approved file series ends on the day in the Panel's decision.",
          Citation.of("32 CFR 2001.30(n)(5)"),
          Citation.of("32 CFR 2001.26(a)(5)"));
  static final DeclassificationRule REFERRED_BY_NDC =
      rule(
          "DCL-0049",
          "A referral by the National Declassification Center runs one year from formal notification.",
          Citation.of("36 CFR 1260.42"),
          Citation.of("36 CFR 1260.44"),
          Citation.of("32 CFR 2001.34(b)(11)"));
  static final DeclassificationRule REFERRED_BY_FACILITY =
      rule(
          "DCL-0050",
          "A referral by an agency's centralized facility runs three years from formal notification.",
          Citation.of("32 CFR 2001.34(b)(7)"));
  static final DeclassificationRule REFERRAL_NOT_NOTIFIED =
      rule(
          "DCL-0051",
          "The clock of a referral starts with formal notification.",
          Citation.of("32 CFR 2001.30(n)(2)"),
          Citation.of("32 CFR 2001.34(b)(5)"));
  static final DeclassificationRule SPECIAL_MEDIA =
      rule(
          "DCL-0052",
          "Difficult media are delayed up to five years.",
          Citation.of("32 CFR 2001.30(n)(1)"));
  static final DeclassificationRule NEWLY_DISCOVERED =
      rule(
          "DCL-0053",
          "Newly discovered records are delayed up to three years from discovery.",
          Citation.of("32 CFR 2001.30(n)(3)"));
  static final DeclassificationRule EXEMPT_TO_50 =
      rule(
          "DCL-0054",
          "An approved exemption at 25 years without a date ends on 31 December of the 50th year.",
          Citation.inferred("32 CFR 2001.26(a)(1)"));
  static final DeclassificationRule EXEMPT_TO_75 =
      rule(
          "DCL-0055",
          "What is exempt at 50 years ends on 31 December of the 75th year.",
          Citation.of("32 CFR 2001.26(b)"));
  static final DeclassificationRule PANEL_DATE =
      rule(
          "DCL-0056",
          "An approved exemption ends on the date that the Panel approved.",
          Citation.of("32 CFR 2001.26(a)(1)"),
          Citation.of("32 CFR 2001.26(c)"));
  static final DeclassificationRule NOT_APPROVED =
      rule(
          "DCL-0057",
          "An exemption that the Panel has not approved delays nothing.",
          Citation.of("32 CFR 2001.26(a)(4)"),
          Citation.of("32 CFR 2001.30(k)"));
  static final DeclassificationRule NO_BASE_DATE =
      rule(
          "DCL-0058",
          "Without a date of origin or of original classification the years cannot be counted.",
          Citation.of("32 CFR 2001.30(l)"));
  static final DeclassificationRule OUTSIDE_FRAME =
      rule("DCL-0059", "Under its own order alone section 3.3 of E.O. 13526 is not asked for.");

  private SectionRules() {}

  /** Every rule of the family, in the order of the ids. */
  static List<DeclassificationRule> all() {
    return List.of(
        SECTION_3_3,
        FIRST_ONSET,
        FILE_BLOCK,
        FILE_BLOCK_TOO_LONG,
        SCHEDULED_LATE,
        NOT_PERMANENT,
        NOT_SCHEDULED,
        PERMANENCE_UNKNOWN,
        FILE_SERIES,
        REFERRED_BY_NDC,
        REFERRED_BY_FACILITY,
        REFERRAL_NOT_NOTIFIED,
        SPECIAL_MEDIA,
        NEWLY_DISCOVERED,
        EXEMPT_TO_50,
        EXEMPT_TO_75,
        PANEL_DATE,
        NOT_APPROVED,
        NO_BASE_DATE,
        OUTSIDE_FRAME);
  }
}
