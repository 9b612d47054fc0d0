package org.glasnost.rule;

/** How much a finding weighs. */
public enum Severity {
  /** The rule is broken: what was asked for is refused, or what was read is invalid. */
  ERROR,
  /** The rule is satisfied only after a repair, or a person should look. */
  WARNING,
  /** Worth knowing; nothing is wrong. */
  NOTICE
}
