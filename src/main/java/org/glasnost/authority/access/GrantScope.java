package org.glasnost.authority.access;

/** How much a grant opens. */
public enum GrantScope {
  /** That the document exists, its title, its marking, its state. */
  METADATA,
  /** The text as well. */
  TEXT
}
