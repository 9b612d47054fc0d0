package org.glasnost.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.glasnost.authority.Tokens;
import org.glasnost.web.SessionTimes;
import org.glasnost.web.SignInsOnRecord;
import org.glasnost.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Asks the sessions and the tokens; a look at a session does not make it last longer. */
@Component
class SessionsAndTokensOnRecord implements SignInsOnRecord {
  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final Tokens tokens;
  private final SessionTimes times;
  private final Clock clock;

  SessionsAndTokensOnRecord(
      FindByIndexNameSessionRepository<? extends Session> sessions,
      Tokens tokens,
      SessionTimes times,
      Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public BooleanSupplier of(HttpServletRequest request) {
    Optional<String> token = TokenSignIn.token(request);
    if (token.isPresent()) {
      return () -> tokens.presented(token.get()).isPresent();
    }
    HttpSession session =
        SessionsAndTokens.bearsAuthorization(request) ? null : request.getSession(false);
    if (session == null) {
      return () -> true;
    }
    String id = session.getId();
    return () -> lasts(sessions.findById(id));
  }

  private boolean lasts(@Nullable Session session) {
    if (session == null || session.isExpired()) {
      return false;
    }
    SecurityContext context =
        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    return context != null
        && context.getAuthentication() != null
        && context.getAuthentication().getPrincipal() instanceof SignedIn signedIn
        && clock.instant().isBefore(signedIn.at().plus(times.longest()));
  }
}
