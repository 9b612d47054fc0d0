package org.glasnost.web.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.glasnost.web.Problem;
import org.glasnost.web.ProblemAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends somebody to a provider: with state, nonce and PKCE, and with the question when they signed
 * in there last. {@code /login/again} has them sign in there anew, whoever they are signed in as.
 */
final class OpenIdStart extends OncePerRequestFilter {
  private static final String START = "/oauth2/authorization/";
  private static final String AGAIN = "/login/again";
  private static final String ANEW = "again";
  private static final String ASKED_AT = "glasnost.asked-at";
  private static final String TO = "to";

  /**
   * The pages that ask for a fresh sign-in, and that it leads back to; no other address that a
   * request names is followed.
   */
  private static final Pattern BACK_TO = Pattern.compile("/account|/tasks/[A-Za-z0-9-]{1,64}");

  private final OpenIdProviders providers;
  private final ProblemAnswers answers;
  private final Duration longest;
  private final Clock clock;
  private final DefaultOAuth2AuthorizationRequestResolver resolver;
  private final HttpSessionOAuth2AuthorizationRequestRepository requests =
      new HttpSessionOAuth2AuthorizationRequestRepository();

  OpenIdStart(OpenIdProviders providers, ProblemAnswers answers, Duration longest, Clock clock) {
    this.providers = providers;
    this.answers = answers;
    this.longest = longest;
    this.clock = clock;
    this.resolver =
        new DefaultOAuth2AuthorizationRequestResolver(
            providers, START.substring(0, START.length() - 1));
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
  }

  /** When somebody was sent to sign in anew; null where that was not asked for. */
  static @Nullable Instant askedAnewAt(OAuth2AuthorizationRequest asked) {
    return asked.getAttribute(ANEW) == null ? null : askedAt(asked);
  }

  /** The page here that they came from; null where that was not said, or is none of those. */
  static @Nullable String backTo(OAuth2AuthorizationRequest asked) {
    return asked.getAttribute(TO);
  }

  /** When somebody was sent. */
  private static Instant askedAt(OAuth2AuthorizationRequest asked) {
    return Instant.parse(String.valueOf(asked.<Object>getAttribute(ASKED_AT)));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (!request.getMethod().equals("GET") || !(path.startsWith(START) || path.equals(AGAIN))) {
      chain.doFilter(request, response);
      return;
    }
    if (path.equals(AGAIN)) {
      HttpSession session = request.getSession(false);
      Object registration =
          session == null ? null : session.getAttribute(OpenIdReturn.REGISTRATION);
      response.sendRedirect(
          request.getContextPath()
              + (registration instanceof String id
                  ? START + id + "?" + ANEW + backTo(request).map(to -> "&to=" + to).orElse("")
                  : "/login"));
      return;
    }
    send(request, response);
  }

  private static Optional<String> backTo(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter(TO))
        .filter(to -> BACK_TO.matcher(to).matches());
  }

  private void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    OAuth2AuthorizationRequest resolved;
    try {
      resolved = resolver.resolve(request);
    } catch (IllegalArgumentException unknownOrSilent) {
      answer(request, response);
      return;
    }
    if (resolved == null) {
      answers.send(request, response, HttpStatus.NOT_FOUND);
      return;
    }
    boolean anew = request.getParameter(ANEW) != null;
    List<String> strengths =
        providers
            .mapping(
                Objects.requireNonNull(
                    resolved.<String>getAttribute(OAuth2ParameterNames.REGISTRATION_ID)))
            .strengths();
    OAuth2AuthorizationRequest asked =
        OAuth2AuthorizationRequest.from(resolved)
            .additionalParameters(
                parameters -> {
                  // Asked for, the time of the sign-in there is a claim of the token.
                  parameters.put("max_age", anew ? "0" : String.valueOf(longest.toSeconds()));
                  if (!strengths.isEmpty()) {
                    parameters.put("acr_values", String.join(" ", strengths));
                  }
                  if (anew) {
                    parameters.put("prompt", "login");
                  }
                })
            .attributes(
                attributes -> {
                  attributes.put(ASKED_AT, clock.instant().toString());
                  if (anew) {
                    attributes.put(ANEW, ANEW);
                    backTo(request).ifPresent(to -> attributes.put(TO, to));
                  }
                })
            .build();
    requests.saveAuthorizationRequest(asked, request, response);
    response.sendRedirect(asked.getAuthorizationRequestUri());
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String id = request.getRequestURI().substring(request.getContextPath().length());
    boolean offered =
        providers.offered().stream().anyMatch(each -> id.equals(START + each.registration()));
    if (!offered) {
      answers.send(request, response, HttpStatus.NOT_FOUND);
      return;
    }
    answers.send(
        request,
        response,
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            OpenIdSignIn.SILENT.message(),
            request.getRequestURI(),
            List.of(OpenIdSignIn.SILENT)));
  }
}
