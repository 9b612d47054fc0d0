package org.glasnost.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Where a caller's identity comes from: a call that bears {@code Authorization} stands for itself,
 * with no session read or opened; any other is known by its session, if it has one.
 */
final class SessionsAndTokens implements SecurityContextRepository {
  private final SecurityContextRepository request = new RequestAttributeSecurityContextRepository();
  private final HttpSessionSecurityContextRepository session =
      new HttpSessionSecurityContextRepository();

  SessionsAndTokens() {
    session.setAllowSessionCreation(false);
  }

  static boolean bearsAuthorization(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  private SecurityContextRepository of(HttpServletRequest asked) {
    return bearsAuthorization(asked) ? request : session;
  }

  @Override
  @Deprecated
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return of(holder.getRequest()).loadContext(holder);
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest asked) {
    return of(asked).loadDeferredContext(asked);
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest asked, HttpServletResponse response) {
    of(asked).saveContext(context, asked, response);
  }

  @Override
  public boolean containsContext(HttpServletRequest asked) {
    return of(asked).containsContext(asked);
  }

  /** The tokens of sessions; a call that bears {@code Authorization} is never given one. */
  static final class SessionCsrfTokens implements CsrfTokenRepository {
    private final CsrfTokenRepository session = new HttpSessionCsrfTokenRepository();

    SessionCsrfTokens() {}

    @Override
    public CsrfToken generateToken(HttpServletRequest asked) {
      return session.generateToken(asked);
    }

    @Override
    public void saveToken(
        @Nullable CsrfToken token, HttpServletRequest asked, HttpServletResponse response) {
      if (!bearsAuthorization(asked)) {
        session.saveToken(token, asked, response);
      }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest asked) {
      return bearsAuthorization(asked) ? null : session.loadToken(asked);
    }
  }
}
