package org.glasnost.declassification;

import static org.glasnost.declassification.DeclassificationRule.rule;

import java.util.List;
import org.glasnost.rule.Citation;

/**
 * The rules of the calculus, each once. {@code docs/spec/declassification.md} lists the same, and a
 * test holds the two against each other.
 */
public final class DeclassificationRules {
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
          Citation.of("32 CFR 2001.12(a)(1)"));
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
          "Under E.O. 11652 the General Declassification Schedule runs unless an earlier date is set or a category exempts.",
          Citation.of("18 CFR 3a.22(b)"));
  static final DeclassificationRule DECIDE_12065 =
      rule(
          "DCL-0063",
          "Under E.O. 12065 a date is set within six years; within twenty by a Top Secret authority, thirty for foreign government information.",
          Citation.of("15 CFR 2008.6"));
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
  static final DeclassificationRule OF_NO_ORDER_THEN =
      rule(
          "DCL-0080",
          "The instruction was not one of the order in force on the document's date.",
          Citation.of("C16 E.6"));
  static final DeclassificationRule NEVER_AUTHORISED =
      rule("DCL-0081", "Manual review was never authorised.", Citation.of("CAPCO 2008"));
  static final DeclassificationRule ENDED_1995 =
      rule("DCL-0082", "OADR ended with E.O. 12356 on 14 October 1995.", Citation.of("CAPCO 2008"));
  static final DeclassificationRule ENDED_2003 =
      rule(
          "DCL-0083",
          "X1 to X8 may not be used from 22 September 2003.",
          Citation.of("CAPCO 2008"));
  static final DeclassificationRule DATE_FORBIDDEN =
      rule("DCL-0084", "50X1-HUM and 50X2-WMD stand without a date.", Citation.of("ISM-ID-00133"));
  static final DeclassificationRule INCOMPLETE_DATE =
      rule("DCL-0085", "A date has day, month and year.", Citation.of("32 CFR 2001.21(a)(4)"));
  static final DeclassificationRule READ_AS_EVENT =
      rule(
          "DCL-0086",
          "Words after 'Declassify on' are read as an event, which must be definite and foreseeable.",
          Citation.of("32 CFR 2001.21(a)(4)"));
  static final DeclassificationRule HUMAN_CODE_CHANGED =
      rule("DCL-0087", "25X1-human became 50X1-HUM.", Citation.of("C16 E.6"));
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

  private static final List<DeclassificationRule> ALL =
      List.of(
          NOT_CLASSIFIED,
          RESTRICTED_DATA,
          NATO,
          IMAGERY,
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
          OUTSIDE_FRAME,
          DECIDE_BEFORE_10964,
          DECIDE_GROUP,
          DECIDE_11652,
          DECIDE_12065,
          DECIDE_12356,
          DECIDE_12958,
          DECIDE_13292,
          DECIDE_13526,
          DECIDE_SPECIAL,
          DECIDE_NOT_OF_ITS_ORDER,
          DERIVE_CARRIED,
          DERIVE_HIERARCHY,
          DERIVE_WITHOUT_SOURCE,
          DERIVE_SHORTER,
          OF_NO_ORDER_THEN,
          NEVER_AUTHORISED,
          ENDED_1995,
          ENDED_2003,
          DATE_FORBIDDEN,
          INCOMPLETE_DATE,
          READ_AS_EVENT,
          HUMAN_CODE_CHANGED,
          CONTRADICTION,
          NOT_YET,
          OUT_OF_RANGE,
          DESIGNATOR_UNKNOWN,
          BASIS_UNKNOWN,
          BASIS_BY_AGE,
          BASIS_5_PRESIDENTIAL,
          BASIS_PRESIDENTIAL_ONLY,
          SUSTAIN_NEEDS_INSTRUCTION,
          SUSTAIN_NEEDS_PANEL,
          SUSTAIN_BEYOND_CAP,
          SUSTAIN_NOT_IN_USE,
          SUSTAIN_PASSED,
          SUSTAIN_NO_ORIGIN);

  private DeclassificationRules() {}

  /** Every rule, in the order of the ids. */
  public static List<DeclassificationRule> all() {
    return ALL;
  }
}
