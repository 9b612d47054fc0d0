package org.glasnost.web.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.glasnost.web.Callers;
import org.glasnost.web.transport.Limits.Allowance;
import org.glasnost.web.transport.TooManyCalls.Who;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds up an address that calls too often as nobody, or with credentials that are not right.
 * Stands before anything is verified or looked up. Whoever bears the right credentials is counted
 * by their name alone ({@link CallerLimit}): that they are right is known afterwards, so what was
 * wrong is counted when it is answered.
 */
final class AddressLimit extends OncePerRequestFilter {
  private static final Set<String> SIGN_IN = Set.of("/login", "/login/certificate");

  private final Limits limits;
  private final TooManyCalls tooMany;

  AddressLimit(Limits limits, TooManyCalls tooMany) {
    this.limits = limits;
    this.tooMany = tooMany;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = request.getRemoteAddr();
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (request.getMethod().equals("POST") && SIGN_IN.contains(path)) {
      signIn(limits.signIns(address), request, response, chain);
      return;
    }
    boolean credentials = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    Allowance allowance = credentials ? limits.signIns(address) : limits.calls(address);
    long wait = allowance.secondsToWait();
    if (wait > 0) {
      tooMany.answer(request, response, credentials ? Who.SIGN_INS : Who.ADDRESS, wait);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      // Credentials that nobody looked at, as on open pages, are no right ones.
      boolean known =
          Callers.knownIn(request).isPresent() || request.getAttribute(CallerLimit.RIGHT) != null;
      if (!known || (credentials && response.getStatus() == HttpStatus.UNAUTHORIZED.value())) {
        allowance.count();
      }
    }
  }

  /** Counted whatever comes of it: nobody signs in often. */
  private void signIn(
      Allowance allowance,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    if (allowance.take()) {
      chain.doFilter(request, response);
    } else {
      tooMany.answer(request, response, Who.SIGN_INS, Math.max(1, allowance.secondsToWait()));
    }
  }
}
