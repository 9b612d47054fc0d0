package org.glasnost.web.edge;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.glasnost.web.Callers;
import org.glasnost.web.SessionTimes;
import org.glasnost.web.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a page how long its session lasts, without making it last longer: a page that is only open
 * must not keep somebody signed in. Reads the session on record and asks the container for none,
 * which is why it is a filter: the dispatcher would ask.
 */
@RestController
class SessionStatus {
  private static final String PATH = "/session";

  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final HttpSessionIdResolver ids;
  private final Callers callers;
  private final SessionTimes times;
  private final Clock clock;
  private final JsonMapper json;

  SessionStatus(
      FindByIndexNameSessionRepository<? extends Session> sessions,
      HttpSessionIdResolver ids,
      Callers callers,
      SessionTimes times,
      Clock clock,
      JsonMapper json) {
    this.sessions = sessions;
    this.ids = ids;
    this.callers = callers;
    this.times = times;
    this.clock = clock;
    this.json = json;
  }

  /**
   * How long it lasts.
   *
   * @param userName who is signed in; empty where nobody is
   * @param idleSeconds how long, if nothing is asked
   * @param endsInSeconds how long, whatever is asked
   */
  record Lasting(String userName, long idleSeconds, long endsInSeconds) {
    static final Lasting OVER = new Lasting("", 0, 0);
  }

  /** Answers {@code GET /session}; not a bean, so that the container does not register it. */
  OncePerRequestFilter filter() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        if (!request.getMethod().equals("GET") || !request.getRequestURI().equals(PATH)) {
          chain.doFilter(request, response);
          return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(lasting(request)));
      }
    };
  }

  /** Makes the session last: whoever asks this is there. For our own pages' script. */
  @Hidden
  @PostMapping(PATH)
  ResponseEntity<Lasting> stay() {
    SignedIn signedIn = callers.signedIn();
    Duration longest = Duration.between(clock.instant(), signedIn.at().plus(times.longest()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Lasting(signedIn.userName(), times.idle().toSeconds(), longest.toSeconds()));
  }

  private Lasting lasting(HttpServletRequest request) {
    List<String> found = ids.resolveSessionIds(request);
    Session session = found.isEmpty() ? null : sessions.findById(found.get(0));
    SecurityContext context =
        session == null
            ? null
            : session.getAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    if (session == null
        || context == null
        || context.getAuthentication() == null
        || !(context.getAuthentication().getPrincipal() instanceof SignedIn signedIn)) {
      return Lasting.OVER;
    }
    Instant now = clock.instant();
    Duration longest = Duration.between(now, signedIn.at().plus(times.longest()));
    Duration idle =
        Duration.between(now, session.getLastAccessedTime().plus(session.getMaxInactiveInterval()));
    return longest.isNegative() || idle.isNegative()
        ? Lasting.OVER
        : new Lasting(signedIn.userName(), idle.toSeconds(), longest.toSeconds());
  }
}
