package org.glasnost.reading;

/**
 * A stretch of the text and what it means.
 *
 * @param from first code point, from 0
 * @param to code point after the last
 * @param text the stretch, verbatim
 * @param meaning its part in the marking
 */
public record Span(int from, int to, String text, Meaning meaning) {

  /** The parts that a stretch of text can play. */
  public enum Meaning {
    /** A level of classification, or a word in the place of one. */
    LEVEL,
    /** A control marking. */
    CONTROL,
    /** A named recipient. */
    RECIPIENT,
    /** A code word, compartment or channel of a historic document. */
    CODEWORD,
    /** A control system of sensitive compartmented information. */
    SCI,
    /** A special access program. */
    SAP,
    /** An atomic energy marking. */
    AEA,
    /** Foreign government information. */
    FGI,
    /** The classification of a foreign owner. */
    NON_US,
    /** A JOINT marking. */
    JOINT,
    /** A release list. */
    REL_TO,
    /** A display list. */
    DISPLAY_ONLY,
    /** Controlled unclassified information. */
    CUI,
    /** Telegram precedence, which is not a marking. */
    PRECEDENCE,
    /** A declassification or downgrading instruction. */
    INSTRUCTION,
    /** A line of the authority block that is not the instruction. */
    AUTHORITY,
    /** A stamp put on later. */
    STAMP,
    /** A case number. */
    CASE_NUMBER,
    /** Not understood. */
    UNKNOWN
  }

  /** Whether it says something of the document; the precedence of its telegram does not. */
  boolean saysSomething() {
    return meaning != Meaning.PRECEDENCE;
  }
}
