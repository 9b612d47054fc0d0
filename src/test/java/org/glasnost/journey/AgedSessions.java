package org.glasnost.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.glasnost.web.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Sessions that have lasted a while, without a test that waits. */
final class AgedSessions {
  private static final String CONTEXT =
      HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

  private AgedSessions() {}

  /** All sessions of somebody were signed in to that long ago. */
  static void signedInAgo(RunningGlasnost glasnost, String userName, Duration ago) {
    change(
        glasnost,
        userName,
        session -> {
          SecurityContext context = Objects.requireNonNull(session.getAttribute(CONTEXT));
          SignedIn now =
              (SignedIn)
                  Objects.requireNonNull(
                      Objects.requireNonNull(context.getAuthentication()).getPrincipal());
          SignedIn then =
              new SignedIn(
                  now.account(),
                  now.userName(),
                  now.seal(),
                  now.means(),
                  Instant.now().minus(ago),
                  now.scopes());
          session.setAttribute(
              CONTEXT,
              new SecurityContextImpl(
                  UsernamePasswordAuthenticationToken.authenticated(then, null, List.of())));
        });
  }

  /** Under all sessions of somebody, nothing was asked for that long. */
  static void idleFor(RunningGlasnost glasnost, String userName, Duration idle) {
    change(glasnost, userName, session -> session.setLastAccessedTime(Instant.now().minus(idle)));
  }

  private static void change(RunningGlasnost glasnost, String userName, Consumer<Session> change) {
    changeAll(sessions(glasnost), userName, change);
  }

  private static <S extends Session> void changeAll(
      FindByIndexNameSessionRepository<S> sessions, String userName, Consumer<Session> change) {
    sessions
        .findByPrincipalName(userName)
        .values()
        .forEach(
            session -> {
              change.accept(session);
              sessions.save(session);
            });
  }

  @SuppressWarnings("unchecked") // a class literal names no parameter
  private static FindByIndexNameSessionRepository<? extends Session> sessions(
      RunningGlasnost glasnost) {
    return glasnost.part(FindByIndexNameSessionRepository.class);
  }
}
