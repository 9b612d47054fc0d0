package org.glasnost.declassification;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of declassification instruction that documents carry, of every order. */
public enum InstructionKind {
  /** A day. */
  DATE("DATE"),
  /** Something that will happen, in words. */
  EVENT("EVENT"),
  /** Originating Agency's Determination Required (E.O. 12356). */
  OADR("OADR"),
  /** Excluded from automatic downgrading and declassification (E.O. 10964). */
  GROUP_1("GROUP_1"),
  /** Exempted from automatic downgrading (E.O. 10964). */
  GROUP_2("GROUP_2"),
  /** Downgraded at 12-year intervals, not automatically declassified (E.O. 10964). */
  GROUP_3("GROUP_3"),
  /** Downgraded at 3-year intervals, declassified after 12 years (E.O. 10964). */
  GROUP_4("GROUP_4"),
  /** General Declassification Schedule (E.O. 11652); with a date, the word of E.O. 12065. */
  GDS("GDS"),
  /** Advanced Declassification Schedule: an earlier date or event (E.O. 11652). */
  ADS("ADS"),
  /** Exempt from the schedule, category 1: furnished by a foreign government. */
  XGDS_1("XGDS_1"),
  /** Exempt from the schedule, category 2: statute, cryptology, sources. */
  XGDS_2("XGDS_2"),
  /** Exempt from the schedule, category 3: a system, plan or foreign relations matter. */
  XGDS_3("XGDS_3"),
  /** Exempt from the schedule, category 4: a person in jeopardy. */
  XGDS_4("XGDS_4"),
  /** Review of declassification on a day (E.O. 12065). */
  RDS("RDS"),
  /** Review on a day (E.O. 12065). */
  REVIEW_ON("REVIEW_ON"),
  /** Exempt from ten-year declassification: intelligence, cryptology (E.O. 12958). */
  X1("X1"),
  /** Exempt: weapons of mass destruction. */
  X2("X2"),
  /** Exempt: weapon technology. */
  X3("X3"),
  /** Exempt: war or emergency plans. */
  X4("X4"),
  /** Exempt: foreign government information. */
  X5("X5"),
  /** Exempt: foreign relations or a source. */
  X6("X6"),
  /** Exempt: protection of persons. */
  X7("X7"),
  /** Exempt: statute, treaty. */
  X8("X8"),
  /** Manual review: never authorised by any order. */
  MR("MR"),
  /** Only the Director of Central Intelligence may declassify. */
  DCI_ONLY("DCI_ONLY"),
  /** Only the Director of National Intelligence may declassify. */
  DNI_ONLY("DNI_ONLY"),
  /** Exempt from automatic declassification at 25 years, category 1 to 9. */
  EXEMPT_25("25X"),
  /** Identity of a human source: up to 75 years. */
  HUMAN_SOURCE_50("50X1_HUM"),
  /** Key design concepts of weapons of mass destruction: up to 75 years. */
  WMD_DESIGN_50("50X2_WMD"),
  /** Exempt at 50 years, category 1 to 9. */
  EXEMPT_50("50X"),
  /** Exempt at 75 years, category 1 to 9. */
  EXEMPT_75("75X"),
  /** Not applicable to Restricted Data or Formerly Restricted Data (or NATO) portions. */
  NA_RD("NA_RD"),
  /** Subject to treaty or international agreement: never valid. */
  TREATY("TREATY");

  private final String code;

  InstructionKind(String code) {
    this.code = code;
  }

  /** The name used over HTTP; some begin with a digit and so cannot be Java names. */
  public String code() {
    return code;
  }

  /** The kind of that code, if there is one. */
  public static Optional<InstructionKind> ofCode(String code) {
    return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
  }
}
