package org.glasnost.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.glasnost.web.Callers;
import org.glasnost.web.SignInMeans;
import org.glasnost.web.SignedIn;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where the caller is signed in at the pages, on any node; and the end of all of it. */
@Component
public class OpenSignIns {
  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final Callers callers;
  private final SignInLines lines;

  OpenSignIns(
      FindByIndexNameSessionRepository<? extends Session> sessions,
      Callers callers,
      SignInLines lines) {
    this.sessions = sessions;
    this.callers = callers;
    this.lines = lines;
  }

  /**
   * One sign-in that still holds.
   *
   * @param at when it was verified last
   * @param means what was signed in with
   * @param lastAskedAt when something was asked under it last
   * @param here whether it is the one that asks
   */
  public record OpenSignIn(Instant at, SignInMeans means, Instant lastAskedAt, boolean here) {}

  /** Those of the caller, the latest first. */
  public List<OpenSignIn> all(HttpServletRequest request) {
    SignedIn caller = callers.signedIn();
    HttpSession session = request.getSession(false);
    String here = session == null ? "" : session.getId();
    return sessions.findByPrincipalName(caller.userName()).values().stream()
        .flatMap(
            open -> {
              SecurityContext context =
                  open.getAttribute(
                      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
              return context != null
                      && context.getAuthentication() != null
                      && context.getAuthentication().getPrincipal() instanceof SignedIn signedIn
                      && signedIn.seal().equals(caller.seal())
                  ? Stream.of(
                      new OpenSignIn(
                          signedIn.at(),
                          signedIn.means(),
                          open.getLastAccessedTime(),
                          open.getId().equals(here)))
                  : Stream.empty();
            })
        .sorted(Comparator.comparing(OpenSignIn::lastAskedAt).reversed())
        .toList();
  }

  /** Signs the caller out everywhere, here too. */
  public void endAll(HttpServletRequest request) {
    SignedIn caller = callers.signedIn();
    lines.signedOut(caller, "EVERYWHERE");
    sessions.findByPrincipalName(caller.userName()).keySet().forEach(sessions::deleteById);
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
