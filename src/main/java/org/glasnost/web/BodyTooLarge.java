package org.glasnost.web;

import java.io.IOException;

/** A body went on after the most that is taken in. Thrown while it is read. */
public final class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param most bytes that are taken in
   */
  public BodyTooLarge(long most) {
    super("more than " + most + " bytes");
  }
}
