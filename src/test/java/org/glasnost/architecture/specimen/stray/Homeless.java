package org.glasnost.architecture.specimen.stray;

/** Lies in no room. */
public final class Homeless {
  private Homeless() {}
}
