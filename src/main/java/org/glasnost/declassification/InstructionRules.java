package org.glasnost.declassification;

import static org.glasnost.declassification.DeclassificationRule.rule;

import java.util.List;
import org.glasnost.rule.Citation;

/** The rules on what an instruction of any era comes to today. */
final class InstructionRules {
  static final DeclassificationRule WRITTEN_DATE_PRIOR =
      rule(
          "DCL-0005",
          "A date or event written under a prior order ends classification when it comes, unless extended before.",
          Citation.of("32 CFR 2001.12(c)(1)"));
  static final DeclassificationRule MISSING =
      rule(
          "DCL-0006",
          "Where the instruction is missing or incomplete, classification is reckoned at 25 years from the date of the document.",
          Citation.of("32 CFR 2001.22(e)(1)"),
          Citation.of("32 CFR 2001.12(c)(2)"));
  static final DeclassificationRule INDEFINITE =
      rule(
          "DCL-0007",
          "OADR, MR and X1 to X8 come to 25 years from the date of the document.",
          Citation.of("32 CFR 2001.22(e)(3)"));
  static final DeclassificationRule DIRECTOR_ONLY =
      rule(
          "DCL-0008",
          "DCI Only and DNI Only, other than for imagery, come to 25 years from the date of the document.",
          Citation.of("32 CFR 2001.22(e)(3)(i)"));
  static final DeclassificationRule CURRENT_DATE =
      rule(
          "DCL-0009",
          "Where the date of the source is not known, the years run from the current date.",
          Citation.of("32 CFR 2001.22(e)(1)"),
          Citation.of("C16 E.6"));
  static final DeclassificationRule EXEMPT_FROM_GDS =
      rule(
          "DCL-0010",
          "What was exempt from the General Declassification Schedule and bears no date comes to 25 years from its date.",
          Citation.of("32 CFR 2001.12(c)(2)"));
  static final DeclassificationRule GROUPS_EXCLUDED =
      rule(
          "DCL-0011",
          "Groups 1 to 3 were left out of the General Declassification Schedule and come to 25 years from the date.",
          Citation.of("18 CFR 3a.22(f)"),
          Citation.of("32 CFR 2001.12(c)(2)"));
  static final DeclassificationRule REVIEW_IS_NOT_AN_END =
      rule(
          "DCL-0012",
          "A date of review never declassifies; without another instruction 25 years run from the date.",
          Citation.of("12 CFR 403.3(d)(3)"),
          Citation.inferred("32 CFR 2001.12(c)(2)"));
  static final DeclassificationRule GDS =
      rule(
          "DCL-0013",
          "Under the General Declassification Schedule Top Secret ends after the 10th, Secret after the 8th and Confidential after the 6th full calendar year, with downgrading after the 2nd and 4th.",
          Citation.of("18 CFR 3a.22(b)"),
          Citation.of("32 CFR 2001.12(c)(1)"));
  static final DeclassificationRule GDS_WITHOUT_STAMP =
      rule(
          "DCL-0014",
          "A classified document of E.O. 11652 without a stamp is under the General Declassification Schedule.",
          Citation.of("18 CFR 3a.31(b)"));
  static final DeclassificationRule GROUP_4_AS_ISSUED =
      rule(
          "DCL-0015",
          "Group 4 is downgraded every 3 years and declassified after 12.",
          Citation.unverified("E.O. 10964; DoD Directive 5200.10"));
  static final DeclassificationRule GROUP_4_TO_GDS =
      rule(
          "DCL-0016",
          "Group 4 came under the General Declassification Schedule on 1 June 1972.",
          Citation.of("18 CFR 3a.22(b)"),
          Citation.of("32 CFR 2001.12(c)(1)"));
  static final DeclassificationRule GROUP_3_DOWNGRADING =
      rule(
          "DCL-0017",
          "Group 3 is downgraded every 12 years and not declassified automatically.",
          Citation.unverified("E.O. 10964; DoD Directive 5200.10"));
  static final DeclassificationRule EXEMPT_25_DATED =
      rule(
          "DCL-0018",
          "25X carries the date that the Panel approved, at most 50 years from origin.",
          Citation.of("32 CFR 2001.26(a)(1)"));
  static final DeclassificationRule EXEMPT_25_UNDATED =
      rule(
          "DCL-0019",
          "25X without a date comes to 50 years from the date of the source.",
          Citation.of("C16 E.6"));
  static final DeclassificationRule NO_DATE_BY_RULE =
      rule(
          "DCL-0020",
          "50X1-HUM and 50X2-WMD carry no date; they last up to 75 years.",
          Citation.of("32 CFR 2001.21(a)(4)(iii)-(iv)"),
          Citation.of("32 CFR 2001.26(b)"));
  static final DeclassificationRule EXEMPT_50 =
      rule(
          "DCL-0021",
          "50X lasts to a year no more than 75 years from origin.",
          Citation.of("32 CFR 2001.26(b)"));
  static final DeclassificationRule EXEMPT_75 =
      rule(
          "DCL-0022", "75X lasts to the day that the Panel set.", Citation.of("32 CFR 2001.26(c)"));
  static final DeclassificationRule TREATY =
      rule(
          "DCL-0023",
          "'Subject to treaty or international agreement' is never an instruction; absent guidance 25 years run from the date.",
          Citation.of("32 CFR 2001.26(a)(6)"),
          Citation.of("32 CFR 2001.22(e)(4)(iv)"));
  static final DeclassificationRule EVENT =
      rule(
          "DCL-0024",
          "A written event ends classification on the day it occurs.",
          Citation.of("32 CFR 2001.12(b)"),
          Citation.of("32 CFR 2001.12(c)(1)"));
  static final DeclassificationRule WRITTEN_DATE =
      rule(
          "DCL-0025",
          "A date or event set under the present order ends classification when it comes, unless extended before.",
          Citation.of("32 CFR 2001.12(b)"));
  static final DeclassificationRule BEYOND_25_YEARS =
      rule(
          "DCL-0026",
          "A date more than 25 years from origin does not hold for a permanent record: section 3.3 acts instead.",
          Citation.of("32 CFR 2001.12(c)(1)"));
  static final DeclassificationRule BEYOND_ITS_ORDER =
      rule(
          "DCL-0027",
          "A date later than its order allows may not be written.",
          Citation.of("32 CFR 2001.12(a)(1)"),
          Citation.unverified("E.O. 11652 section 5(E)"));
  static final DeclassificationRule UNREADABLE =
      rule(
          "DCL-0028",
          "An instruction that cannot be read gives no date.",
          Citation.inferred("32 CFR 2001.12(c)(2)"));
  static final DeclassificationRule NOT_APPLICABLE =
      rule(
          "DCL-0029",
          "'Not applicable' is no instruction for classified information.",
          Citation.inferred("18 CFR 3a.31(b)"));
  static final DeclassificationRule RESTRICTED_LEVEL =
      rule(
          "DCL-0030",
          "RESTRICTED ended as a level on 15 December 1953; what it is today a person decides.",
          Citation.inferred("E.O. 10501 section 1"));
  static final DeclassificationRule EXTENDED =
      rule(
          "DCL-0031",
          "Before its date has passed, an authority may extend classification up to 25 years from origin.",
          Citation.of("32 CFR 2001.12(b)(1)"));
  static final DeclassificationRule EXTENDED_TOO_LATE =
      rule(
          "DCL-0032",
          "After its date has passed nothing is left to extend; only reclassification could follow.",
          Citation.of("32 CFR 2001.12(b)(2)"));
  static final DeclassificationRule EXTENDED_TOO_FAR =
      rule(
          "DCL-0033",
          "An extension beyond 25 years from origin is refused; longer protection takes an exemption.",
          Citation.of("32 CFR 2001.12(b)(1)"));
  static final DeclassificationRule EXTENSION_WITHOUT_EFFECT =
      rule(
          "DCL-0034",
          "An extension does not shorten classification.",
          Citation.inferred("32 CFR 2001.12(b)"));
  static final DeclassificationRule BEFORE_ITS_DOCUMENT =
      rule(
          "DCL-0035",
          "A date before the document's own cannot be its declassification.",
          Citation.inferred("32 CFR 2001.12(a)(1)"));
  static final DeclassificationRule ADS =
      rule(
          "DCL-0036",
          "The Advanced Declassification Schedule sets an earlier date or event, which stands.",
          Citation.of("32 CFR 2001.12(c)(1)"));
  static final DeclassificationRule LEVEL_NEEDED =
      rule(
          "DCL-0037",
          "The schedule's dates depend on the level, which is not known.",
          Citation.inferred("18 CFR 3a.22(b)"));
  static final DeclassificationRule DATED_BY_REVIEWED_ORDER =
      rule(
          "DCL-0038",
          "A date that its own order did not allow is still a specific date of a prior order.",
          Citation.inferred("32 CFR 2001.12(c)(1)"));
  static final DeclassificationRule NO_INSTRUCTION =
      rule(
          "DCL-0039",
          "Under its own order alone a document without an instruction has no date, unless the General Declassification Schedule runs.",
          Citation.inferred("18 CFR 3a.31(b)"));

  private InstructionRules() {}

  /** Every rule of the family, in the order of the ids. */
  static List<DeclassificationRule> all() {
    return List.of(
        WRITTEN_DATE_PRIOR,
        MISSING,
        INDEFINITE,
        DIRECTOR_ONLY,
        CURRENT_DATE,
        EXEMPT_FROM_GDS,
        GROUPS_EXCLUDED,
        REVIEW_IS_NOT_AN_END,
        GDS,
        GDS_WITHOUT_STAMP,
        GROUP_4_AS_ISSUED,
        GROUP_4_TO_GDS,
        GROUP_3_DOWNGRADING,
        EXEMPT_25_DATED,
        EXEMPT_25_UNDATED,
        NO_DATE_BY_RULE,
        EXEMPT_50,
        EXEMPT_75,
        TREATY,
        EVENT,
        WRITTEN_DATE,
        BEYOND_25_YEARS,
        BEYOND_ITS_ORDER,
        UNREADABLE,
        NOT_APPLICABLE,
        RESTRICTED_LEVEL,
        EXTENDED,
        EXTENDED_TOO_LATE,
        EXTENDED_TOO_FAR,
        EXTENSION_WITHOUT_EFFECT,
        BEFORE_ITS_DOCUMENT,
        ADS,
        LEVEL_NEEDED,
        DATED_BY_REVIEWED_ORDER,
        NO_INSTRUCTION);
  }
}
