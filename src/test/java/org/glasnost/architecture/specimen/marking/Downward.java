package org.glasnost.architecture.specimen.marking;

/** Imports what it may. */
public final class Downward {
  private Downward() {}

  /** The name of what is below. */
  public static String below() {
    return org.glasnost.architecture.specimen.rule.Upward.class.getName();
  }
}
