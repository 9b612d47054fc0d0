package org.glasnost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/**
 * What a request was let in by: a session, a token, or itself. For answers that last, and end when
 * that has ended.
 */
public interface SignInsOnRecord {
  /**
   * Looks at the request now and at the record whenever it is asked.
   *
   * @param request of somebody who is signed in
   * @return whether that sign-in still is what the record has: a session that nobody signed out of,
   *     that has not lasted its time and was not ended elsewhere; a token that was not revoked and
   *     has not expired. A call that stands for itself has nothing that ends, but its credential
   */
  BooleanSupplier of(HttpServletRequest request);
}
