package org.glasnost.web;

import jakarta.servlet.ServletRequest;
import java.io.IOException;

/** A body comes too slowly to be waited for. */
public final class BodyTooSlow extends IOException {
  private static final long serialVersionUID = 1L;

  /** One that holds nothing of the body. */
  public BodyTooSlow() {
    super("the body comes too slowly");
  }

  /** Leaves at the request that its body is not waited for: the container would call it broken. */
  public static void mark(ServletRequest request) {
    request.setAttribute(BodyTooSlow.class.getName(), true);
  }

  static boolean isMarked(ServletRequest request) {
    return request.getAttribute(BodyTooSlow.class.getName()) != null;
  }
}
