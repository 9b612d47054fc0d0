package org.glasnost.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsUtils;

/**
 * Which calls of programs another site could have made in the caller's name, and which therefore
 * need the token of their session. A call that bears {@code Authorization} is exempt, unless it
 * comes from another site all the same: a browser repeats Basic credentials by itself. A call that
 * bears neither credentials nor session has nothing to forge; it is simply not let in.
 */
final class ForgeableRequests implements RequestMatcher {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  ForgeableRequests() {}

  @Override
  public boolean matches(HttpServletRequest request) {
    if (SAFE.contains(request.getMethod())) {
      return false;
    }
    return SessionsAndTokens.bearsAuthorization(request)
        ? fromAnotherSite(request)
        : request.getSession(false) != null;
  }

  private static boolean fromAnotherSite(HttpServletRequest request) {
    return CorsUtils.isCorsRequest(request)
        || "cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"));
  }
}
