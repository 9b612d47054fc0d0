package org.glasnost.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.web.SignInMeans;
import org.glasnost.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A provider tells that somebody signed out there: the sessions that rest on it end here, on every
 * node (OpenID Connect Back-Channel Logout 1.0). It is the provider that calls, with no session and
 * no credentials but the token that it signed.
 */
@Component
class BackChannelLogout {
  private static final String PATH = "/logout/connect/back-channel/";
  private static final int LONGEST_TOKEN = 64 * 1024;

  private final OpenIdProviders providers;
  private final OpenIdTokens tokens;
  private final OpenIdSessions bound;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final SignInLines lines;

  BackChannelLogout(
      OpenIdProviders providers,
      OpenIdTokens tokens,
      OpenIdSessions bound,
      FindByIndexNameSessionRepository<? extends Session> sessions,
      SignInLines lines) {
    this.providers = providers;
    this.tokens = tokens;
    this.bound = bound;
    this.sessions = sessions;
    this.lines = lines;
  }

  /** Answers the provider's call; not a bean, so that the container does not register it. */
  OncePerRequestFilter filter() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!request.getMethod().equals("POST") || !path.startsWith(PATH)) {
          chain.doFilter(request, response);
          return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean taken =
            signedOut(path.substring(PATH.length()), request.getParameter("logout_token"));
        response.setStatus((taken ? HttpStatus.OK : HttpStatus.BAD_REQUEST).value());
      }
    };
  }

  /** Ends the sessions that a logout token names; whether it was one that counts. */
  boolean signedOut(String id, @Nullable String token) {
    ClientRegistration registration = registration(id);
    if (registration == null || token == null || token.length() > LONGEST_TOKEN) {
      return false;
    }
    String issuer = Objects.requireNonNull(registration.getProviderDetails().getIssuerUri());
    Jwt said;
    try {
      said = tokens.ofLogout(registration, token);
      bound.take(issuer, Objects.requireNonNull(said.getId()));
    } catch (JwtException | DuplicateKeyException refused) {
      lines.refused(null, "LOGOUT_TOKEN_REFUSED", SignInMeans.OPENID, ClientClass.PROGRAM);
      return false;
    }
    List<String> over = bound.of(issuer, said.getSubject(), said.getClaimAsString("sid"));
    over.forEach(this::end);
    return true;
  }

  private @Nullable ClientRegistration registration(String id) {
    try {
      return providers.findByRegistrationId(id);
    } catch (IllegalArgumentException silent) {
      return null;
    }
  }

  private void end(String session) {
    Session open = sessions.findById(session);
    SecurityContext context =
        open == null
            ? null
            : open.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    sessions.deleteById(session);
    if (context != null
        && context.getAuthentication() != null
        && context.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
      lines.signedOut(signedIn, "PROVIDER");
    }
  }
}
