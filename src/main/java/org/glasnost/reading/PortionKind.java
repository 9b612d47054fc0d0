package org.glasnost.reading;

/** The kinds of portions of a text. */
public enum PortionKind {
  /** Letterhead, addressee, date, subject. */
  HEADER,
  /** Running text. */
  PARAGRAPH,
  /** A marking, instruction, stamp or file number. */
  MARKING,
  /** Complimentary close and signature. */
  SIGNATURE
}
