package org.glasnost.web;

import java.io.IOException;

/** A body comes too slowly to be waited for. */
public final class BodyTooSlow extends IOException {
  private static final long serialVersionUID = 1L;

  /** One that holds nothing of the body. */
  public BodyTooSlow() {
    super("the body comes too slowly");
  }
}
