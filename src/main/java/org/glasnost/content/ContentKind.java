package org.glasnost.content;

/** What a sealed item is. */
public enum ContentKind {
  /** The text of a document, bytes as they were received. */
  TEXT,
  /** Title, author, addressee and control number of a registration. */
  REGISTRATION,
  /** What the reader found in a text, with the words it found. */
  READING,
  /** A task's form, saved before it was completed. */
  DRAFT,
  /** What somebody decided, with the reasons they wrote. */
  DECISION,
  /** Who asked for a review and on what evidence. */
  PARTICULARS,
  /** A reason written by a person. */
  REASON,
  /** Half of a password that officers issue, until it is handed out. */
  PASSWORD_HALF,
  /** The released copy of a document. */
  RELEASED_COPY
}
