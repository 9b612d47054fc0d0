package org.glasnost.web.transport;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * What an answer bears that is given before the application, and so before the filters that put
 * headers to all others. Each is a few lines of JSON or plain text: nothing in it is to be shown,
 * run or framed.
 */
public final class BareAnswers {
  private static final String SHOWS_NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private BareAnswers() {}

  /** Puts the headers to it, in place of any that stand there. */
  public static void guard(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", SHOWS_NOTHING);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
