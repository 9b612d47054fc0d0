package org.glasnost.web.edge;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.glasnost.rule.Finding;
import org.glasnost.web.Problem;
import org.glasnost.web.ProblemAnswers;
import org.glasnost.web.SessionTimes;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/**
 * Signing in and out by OpenID providers, put into the chain of the pages; not there at all where
 * no provider is configured.
 */
@Component
class OpenIdSignIn {
  private static final Finding NO_OFFICE =
      Finding.error(
          "ACC-0040", "Your provider says nothing of an office here. Ask those who keep it.");
  private static final Finding REFUSED =
      Finding.error(
          "ACC-0041",
          "This sign-in opens no account here. Security officers find the reason in the journal.");

  /** The provider cannot be asked. */
  static final Finding SILENT =
      Finding.error(
          "ACC-0042", "The provider does not answer. Try again later, or sign in another way.");

  private final OpenIdProviders providers;
  private final OpenIdTokens tokens;
  private final OpenIdArrival arrival;
  private final BackChannelLogout backChannel;
  private final ProblemAnswers answers;
  private final SessionTimes times;
  private final Clock clock;

  OpenIdSignIn(
      OpenIdProviders providers,
      OpenIdTokens tokens,
      OpenIdArrival arrival,
      BackChannelLogout backChannel,
      ProblemAnswers answers,
      SessionTimes times,
      Clock clock) {
    this.providers = providers;
    this.tokens = tokens;
    this.arrival = arrival;
    this.backChannel = backChannel;
    this.answers = answers;
    this.times = times;
    this.clock = clock;
  }

  /** Puts it into a chain; to be called last, since it says where a sign-out leads. */
  HttpSecurity on(HttpSecurity http) {
    if (providers.offered().isEmpty()) {
      return http;
    }
    OpenIdSignOut out = new OpenIdSignOut(providers);
    http.logout(logout -> logout.addLogoutHandler(out).logoutSuccessHandler(out));
    http.addFilterBefore(backChannel.filter(), CsrfFilter.class);
    http.addFilterAt(
        new OpenIdStart(providers, answers, times.longest(), clock),
        OAuth2AuthorizationRequestRedirectFilter.class);
    return http.with(new Returning(), returning -> {});
  }

  /**
   * What a form may lead to: a sign-out leads to the provider, and browsers hold the way of a form
   * to the policy to its end.
   */
  String allowing(String contentSecurity) {
    return providers.origins().isEmpty()
        ? contentSecurity
        : contentSecurity.replace(
            "form-action 'self'", "form-action 'self' " + String.join(" ", providers.origins()));
  }

  private AuthenticationFailureHandler refused() {
    return (request, response, exception) -> {
      Finding finding = exception instanceof OpenIdArrival.NoOffice ? NO_OFFICE : REFUSED;
      answers.send(
          request,
          response,
          Problem.of(
              HttpStatus.FORBIDDEN, finding.message(), request.getRequestURI(), List.of(finding)));
    };
  }

  /**
   * Adds the return when the chain knows what it shares: the session's rules and what was asked.
   */
  private final class Returning extends AbstractHttpConfigurer<Returning, HttpSecurity> {
    @Override
    public void configure(HttpSecurity http) {
      OpenIdReturn back = new OpenIdReturn(providers, tokens, arrival);
      SavedRequestAwareAuthenticationSuccessHandler asked =
          new SavedRequestAwareAuthenticationSuccessHandler();
      RequestCache kept = http.getSharedObject(RequestCache.class);
      if (kept != null) {
        asked.setRequestCache(kept);
      }
      back.setAuthenticationSuccessHandler(
          (request, response, signedIn) -> {
            if (request.getAttribute(OpenIdReturn.BACK_TO) instanceof String page) {
              response.sendRedirect(request.getContextPath() + page);
            } else {
              asked.onAuthenticationSuccess(request, response, signedIn);
            }
          });
      back.setAuthenticationFailureHandler(refused());
      SessionAuthenticationStrategy sessions =
          http.getSharedObject(SessionAuthenticationStrategy.class);
      back.setSessionAuthenticationStrategy(
          Objects.requireNonNull(sessions, "a session takes another id at a sign-in"));
      SecurityContextRepository contexts = http.getSharedObject(SecurityContextRepository.class);
      back.setSecurityContextRepository(
          contexts == null ? new HttpSessionSecurityContextRepository() : contexts);
      http.addFilterAt(back, OAuth2LoginAuthenticationFilter.class);
    }
  }
}
