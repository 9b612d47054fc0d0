package org.glasnost.web.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.glasnost.authority.Person;
import org.glasnost.web.Callers;
import org.glasnost.web.SignedIn;
import org.glasnost.web.transport.Limits.Allowance;
import org.glasnost.web.transport.TooManyCalls.Who;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds up a signed-in caller who calls too often, wherever from. Stands behind the sign-in. */
final class CallerLimit extends OncePerRequestFilter {
  /** In the request: that it bears credentials which are right, whether anybody asked or not. */
  static final String RIGHT = CallerLimit.class.getName() + ".right";

  private final Limits limits;
  private final TooManyCalls tooMany;

  CallerLimit(Limits limits, TooManyCalls tooMany) {
    this.limits = limits;
    this.tooMany = tooMany;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
        && SecurityContextHolder.getContext().getAuthentication() != null
        && SecurityContextHolder.getContext().getAuthentication().getPrincipal()
            instanceof SignedIn) {
      request.setAttribute(RIGHT, true);
    }
    Optional<Person> caller = Callers.knownIn(request);
    if (caller.isPresent()) {
      Allowance allowance = limits.caller(caller.get().id());
      if (!allowance.take()) {
        tooMany.answer(request, response, Who.CALLER, Math.max(1, allowance.secondsToWait()));
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
