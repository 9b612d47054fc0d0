package org.glasnost.reading;

/** What kind of line a caller says that a text is. */
public enum LineKind {
  /** A banner line, of any era. */
  BANNER,
  /** A portion mark in parentheses. */
  PORTION,
  /** Lines of a classification authority block, or a declassification instruction. */
  AUTHORITY_BLOCK,
  /** An editor's phrase, such as {@code Secret; Niact Immediate; Nodis.} */
  SOURCE_NOTE,
  /** Text from optical character recognition, possibly damaged, possibly several lines. */
  SCAN,
  /** The reader finds out. */
  AUTO
}
