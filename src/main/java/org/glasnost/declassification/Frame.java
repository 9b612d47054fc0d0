package org.glasnost.declassification;

/** Under which rules an existing document is read. */
public enum Frame {
  /** What holds now, under E.O. 13526 and 32 CFR part 2001, for a document of any era. */
  TODAY,
  /** What the instruction says under its own order alone, whatever came later. */
  AS_ISSUED
}
