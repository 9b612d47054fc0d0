package org.glasnost.marking;

/** The kinds of words that the registers hold. */
public enum RegisterCategory {
  /** A word in the place of a level. */
  LEVEL,
  /** A historic caption, handling notice or control marking. */
  CONTROL,
  /** A historic compartment, cryptonym or channel word. */
  CODEWORD,
  /** Telegram precedence, which is not a marking. */
  PRECEDENCE,
  /** A classification of another owner. */
  FOREIGN,
  /** A warning notice in words of its own, which states other words or a class of information. */
  NOTICE,
  /** A stamp that an official has seen the paper. */
  SEEN,
  /** A NATO classification. */
  NATO,
  /** A NATO control marking. */
  NATO_CONTROL,
  /** Sensitive compartmented information. */
  SCI,
  /** Special access programs. */
  SAP,
  /** Atomic energy markings. */
  AEA,
  /** Dissemination controls. */
  DISSEM,
  /** Markings of agencies outside the intelligence community. */
  NON_IC,
  /** Exemptions from automatic declassification, as an authority block and ISM write them. */
  EXEMPTION,
  /** Country trigraphs. */
  COUNTRY,
  /** Tetragraphs. */
  GROUP,
  /** Categories of controlled unclassified information. */
  CUI,
  /** Limited dissemination controls of controlled unclassified information. */
  CUI_DISSEM
}
