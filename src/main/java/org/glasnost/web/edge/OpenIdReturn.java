package org.glasnost.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody comes back from a provider. What the provider says is verified as everywhere; what is
 * signed in is an account here, of which the session says no more than after a password.
 */
final class OpenIdReturn extends OAuth2LoginAuthenticationFilter {
  /** By which registration the session was signed in to. */
  static final String REGISTRATION = "glasnost.openid.registration";

  /** The ID token, which the provider asks for when somebody signs out. */
  static final String ID_TOKEN = "glasnost.openid.id-token";

  /** In the request: the page here that a fresh sign-in leads back to. */
  static final String BACK_TO = OpenIdReturn.class.getName() + ".to";

  private final OpenIdArrival arrival;
  private final HttpSessionOAuth2AuthorizationRequestRepository requests =
      new HttpSessionOAuth2AuthorizationRequestRepository();

  OpenIdReturn(OpenIdProviders providers, OpenIdTokens tokens, OpenIdArrival arrival) {
    super(providers, new KeepsNothing(), DEFAULT_FILTER_PROCESSES_URI);
    this.arrival = arrival;
    setAuthenticationManager(new ProviderManager(tokens.ofSignIns()));
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest asked = requests.loadAuthorizationRequest(request);
    if (asked != null && !isAtTheDoorOf(asked, request)) {
      // What another provider sent somebody back with is not shown to the one that was asked
      // (RFC 9700 section 4.4).
      requests.removeAuthorizationRequest(request, response);
      throw arrival.refused("ANOTHER_PROVIDER", null);
    }
    Authentication said;
    try {
      said = super.attemptAuthentication(request, response);
    } catch (OAuth2AuthenticationException refused) {
      throw arrival.refused(refused);
    } catch (IllegalArgumentException silent) {
      throw arrival.refused("PROVIDER_SILENT", silent);
    }
    HttpSession session = request.getSession(false);
    if (!(said instanceof OAuth2AuthenticationToken by)
        || !(by.getPrincipal() instanceof OidcUser user)
        || asked == null
        || session == null) {
      throw arrival.refused("NO_ID_TOKEN", null);
    }
    String registration = by.getAuthorizedClientRegistrationId();
    Authentication known =
        arrival.of(
            registration, user.getIdToken(), OpenIdStart.askedAnewAt(asked), session.getId());
    session.setAttribute(REGISTRATION, registration);
    session.setAttribute(ID_TOKEN, user.getIdToken().getTokenValue());
    request.setAttribute(BACK_TO, OpenIdStart.backTo(asked));
    return known;
  }

  private static boolean isAtTheDoorOf(
      OAuth2AuthorizationRequest asked, HttpServletRequest request) {
    String registration = asked.getAttribute(OAuth2ParameterNames.REGISTRATION_ID);
    return request.getRequestURI().endsWith("/login/oauth2/code/" + registration);
  }

  /** Nothing is done in the person's name at the provider: its tokens for that are not kept. */
  private static final class KeepsNothing implements OAuth2AuthorizedClientRepository {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, @Nullable Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        @Nullable Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {
      // See above.
    }

    @Override
    public void removeAuthorizedClient(
        String registration,
        @Nullable Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {
      // See above.
    }
  }
}
