package org.glasnost.marking.rollup;

import org.glasnost.rule.Citation;
import org.glasnost.rule.RuleId;

/** The steps of the roll-up. */
public enum RollUpRule {
  /** The highest level of any portion. */
  HIGHEST_LEVEL("MRK-0101", "The banner bears the highest level of any portion."),
  /** The union of what needs a read-in. */
  UNION("MRK-0102", "SCI, SAP and atomic energy markings of all portions stand in the banner."),
  /** NOFORN anywhere. */
  NOFORN("MRK-0103", "NOFORN on one portion makes the whole NOFORN."),
  /** Only what all lists have in common. */
  REL_TO_COMMON("MRK-0104", "The banner is released to those whom every portion is released to."),
  /** Nothing in common. */
  REL_TO_EMPTY("MRK-0105", "The release lists have nobody in common but USA: NOFORN."),
  /** One portion is released, another says nothing. */
  REL_TO_UNMARKED("MRK-0106", "A classified portion without a release marking: NOFORN."),
  /** RELIDO on some. */
  RELIDO_NOT_ALL("MRK-0107", "RELIDO stands in the banner only if it stands on every portion."),
  /** DISPLAY ONLY in common. */
  DISPLAY_ONLY("MRK-0108", "What one portion only displays, the whole only displays."),
  /** No release marking anywhere. */
  NO_RELEASE_MARKING("MRK-0109", "No portion bears a release marking, so neither does the banner."),
  /** ORCON beats ORCON-USGOV. */
  ORCON("MRK-0110", "ORCON takes the place of ORCON-USGOV and excludes RELIDO."),
  /** What drops from a classified banner. */
  DROPPED("MRK-0111", "This marking of unclassified portions drops from a classified banner."),
  /** SBU-NF leaves NOFORN. */
  SBU_NOFORN("MRK-0112", "SBU-NF drops and leaves NOFORN."),
  /** NODIS before EXDIS. */
  NODIS("MRK-0113", "NODIS takes the place of EXDIS; both require NOFORN."),
  /** A concealed source conceals all. */
  FGI_CONCEALED("MRK-0114", "One concealed source: FGI alone, without countries."),
  /** Foreign portions in a U.S. document. */
  FGI_FROM_FOREIGN("MRK-0115", "A foreign portion in a U.S. document makes it contain FGI."),
  /** RD before FRD before TFNI. */
  AEA_PRECEDENCE("MRK-0116", "RD takes the place of FRD, and both of TFNI."),
  /** What is kept. */
  KEPT("MRK-0117", "This marking stays in the banner."),
  /** CUI stays. */
  CUI("MRK-0118", "CUI stays in a classified banner."),
  /** A bare REL inherits. */
  REL_INHERITED("MRK-0119", "A bare REL bears the list of the banner."),
  /** Unmarked classified portions of an intelligence product. */
  TABLE_2("MRK-0120", "A classified source without a release marking takes the one of Table 2."),
  /** A portion cannot be read. */
  UNREADABLE("MRK-0121", "A portion whose meaning is open leaves the banner open."),
  /** JOINT with other portions. */
  JOINT_MIXED("MRK-0122", "A JOINT portion among others becomes FGI of its other owners."),
  /** What a word requires. */
  REQUIRED("MRK-0123", "What a word of a portion requires stands in the banner too."),
  /** A group that nobody here may expand. */
  GROUP_NOT_EXPANDED("MRK-0124", "This group is expanded with its originator's leave only."),
  /** RELIDO on all. */
  RELIDO_ALL("MRK-0125", "RELIDO stands on every portion, so it stands in the banner."),
  /** One foreign owner, or one group of owners. */
  ONE_OWNER("MRK-0126", "All portions have the same foreign or joint owners: so has the banner."),
  /** UCNI leaves NOFORN. */
  UCNI("MRK-0127", "UCNI drops, and no release less strict than NOFORN stands beside it."),
  /** FOUO and SBU give way. */
  GIVES_WAY(
      "MRK-0128",
      "In an unclassified banner FOUO gives way to UCNI and any control but release markings, SBU"
          + " to NODIS and EXDIS, and both to CUI."),
  /** SBU NOFORN and LES NOFORN beside release markings. */
  NOFORN_APART(
      "MRK-0129",
      "Beside a release marking SBU NOFORN and LES NOFORN become NOFORN, with SBU or LES after it."),
  /** Caveated unclassified intelligence. */
  CAVEATED("MRK-0130", "An unclassified portion with FISA or PROPIN alone counts as RELIDO."),
  /** The owners of a JOINT portion stand in the banner. */
  JOINT_INHERITED("MRK-0131", "A JOINT portion without a list has the owners of the banner.");

  private final String id;
  private final String sentence;

  RollUpRule(String id, String sentence) {
    this.id = id;
    this.sentence = sentence;
  }

  /** The rule's id. */
  public RuleId id() {
    return new RuleId(id);
  }

  /** What it does, in one sentence. */
  public String sentence() {
    return sentence;
  }

  /** What it rests on. */
  public Citation citation() {
    return switch (this) {
      case CUI -> Citation.of("32 CFR 2002.20(g)(2)");
      case TABLE_2 -> Citation.of("C16 B.3 Table 2");
      case REQUIRED -> Citation.of("C16 H");
      case UCNI -> Citation.of("C16 H.6");
      case GIVES_WAY -> Citation.of("C16 H.8, H.9");
      case NOFORN_APART -> Citation.of("C16 H.9");
      case CAVEATED -> Citation.of("C16 H.1");
      case JOINT_INHERITED -> Citation.of("C16 H.3");
      case UNREADABLE -> Citation.inferred("C16 D.2 Table 3");
      case FGI_FROM_FOREIGN, JOINT_MIXED, ONE_OWNER -> Citation.inferred("C16 D.2 Table 3");
      case HIGHEST_LEVEL,
          UNION,
          NOFORN,
          REL_TO_COMMON,
          REL_TO_EMPTY,
          REL_TO_UNMARKED,
          RELIDO_NOT_ALL,
          DISPLAY_ONLY,
          NO_RELEASE_MARKING,
          ORCON,
          DROPPED,
          SBU_NOFORN,
          NODIS,
          FGI_CONCEALED,
          AEA_PRECEDENCE,
          KEPT,
          REL_INHERITED,
          GROUP_NOT_EXPANDED,
          RELIDO_ALL ->
          Citation.of("C16 D.2 Table 3");
    };
  }
}
