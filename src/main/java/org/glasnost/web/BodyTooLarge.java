package org.glasnost.web;

import java.io.IOException;
import org.glasnost.rule.Finding;
import org.glasnost.rule.Refused;

/** A body went on after the most that is taken in. Thrown while it is read. */
public final class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param most bytes that are taken in
   */
  public BodyTooLarge(long most) {
    super("more than " + most + " bytes");
  }

  /** What the caller is told. */
  public static Refused refusal() {
    return new Refused(
        Refused.Ground.TOO_LARGE,
        Finding.error("WEB-0007", "The request is larger than is taken in: 20 MiB of text."));
  }
}
