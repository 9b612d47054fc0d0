package org.glasnost.architecture.specimen.rule;

/** Imports a room above it, which imports it: an arrow against the table, and a cycle. */
public final class Upward {
  private Upward() {}

  /** The name of what is above. */
  public static String above() {
    return org.glasnost.architecture.specimen.marking.Downward.class.getName();
  }
}
