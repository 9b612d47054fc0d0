package org.glasnost.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.glasnost.audit.Occasion.ClientClass;
import org.glasnost.authority.ApiToken;
import org.glasnost.authority.TokenScope;
import org.glasnost.authority.Tokens;
import org.glasnost.rule.Finding;
import org.glasnost.web.Problem;
import org.glasnost.web.ProblemAnswers;
import org.glasnost.web.RefusalLines;
import org.glasnost.web.SignInMeans;
import org.glasnost.web.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in a program by its token (RFC 6750), asked of the record with every call: a token that was
 * revoked serves no more from the next call on. Opens no session.
 */
@Component
class TokenSignIn {
  private static final String SCHEME = "Bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern CALCULATOR =
      Pattern.compile("/api/(?:markings/(?:parse|rollup)|declassification/compute)");
  private static final Finding NOT_IN_SCOPE =
      Finding.error(
          "ACC-0028",
          "This token may read alone. What changes something takes one of scope write.");

  private final Tokens tokens;
  private final SignInLines lines;
  private final RefusalLines refusals;
  private final ProblemAnswers answers;
  private final Clock clock;

  TokenSignIn(
      Tokens tokens,
      SignInLines lines,
      RefusalLines refusals,
      ProblemAnswers answers,
      Clock clock) {
    this.tokens = tokens;
    this.lines = lines;
    this.refusals = refusals;
    this.answers = answers;
    this.clock = clock;
  }

  /** The filter of a chain; not a bean, so that the container does not register it as well. */
  OncePerRequestFilter filter() {
    return new Filter();
  }

  private final class Filter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      Optional<String> token = token(request);
      if (token.isEmpty()) {
        chain.doFilter(request, response);
        return;
      }
      Optional<ApiToken.Presented> presented = tokens.presented(token.get());
      if (presented.isEmpty()) {
        lines.refused(null, "TOKEN_NOT_VALID", SignInMeans.TOKEN, ClientClass.PROGRAM);
        answers.send(request, response, HttpStatus.UNAUTHORIZED);
        return;
      }
      ApiToken served = presented.get().token();
      if (!isInScope(served, request)) {
        // Known, but not let in: signed in for the line of the refusal and no longer.
        signIn(presented.get());
        try {
          refusals.record(NOT_IN_SCOPE, request);
        } finally {
          SecurityContextHolder.clearContext();
        }
        response.addHeader(
            HttpHeaders.WWW_AUTHENTICATE,
            "Bearer realm=\"Glasnost\", error=\"insufficient_scope\", scope=\"write\"");
        answers.send(
            request,
            response,
            Problem.of(
                HttpStatus.FORBIDDEN,
                NOT_IN_SCOPE.message(),
                request.getRequestURI(),
                List.of(NOT_IN_SCOPE)));
        return;
      }
      if (tokens.isToBeNoted(served)) {
        tokens.noteUse(served, lines.occasion(served.account(), ClientClass.PROGRAM));
      }
      signIn(presented.get());
      chain.doFilter(request, response);
    }
  }

  /** The token that a request bears, whether or not it is one; empty where it bears none. */
  static Optional<String> token(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, 7)
        ? Optional.empty()
        : Optional.of(authorization.substring(SCHEME.length()).strip());
  }

  private void signIn(ApiToken.Presented presented) {
    SignedIn signedIn =
        new SignedIn(
            presented.credential().account(),
            presented.credential().userName(),
            presented.credential().seal(),
            SignInMeans.TOKEN,
            clock.instant(),
            presented.token().scopes());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
    SecurityContextHolder.setContext(context);
  }

  /** Signing changes something too: a token that is to sign has write beside sign. */
  private static boolean isInScope(ApiToken token, HttpServletRequest request) {
    return token.scopes().contains(TokenScope.WRITE)
        || (token.scopes().contains(TokenScope.READ)
            && (READING.contains(request.getMethod())
                || CALCULATOR.matcher(request.getRequestURI()).matches()));
  }
}
