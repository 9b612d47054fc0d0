package org.glasnost.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Whoever signs out here and signed in by a provider is signed out there too (OpenID Connect
 * RP-Initiated Logout 1.0).
 */
final class OpenIdSignOut implements LogoutHandler, LogoutSuccessHandler {
  private static final String OUT = "/login?out";
  private static final String THERE = OpenIdSignOut.class.getName();

  private final OpenIdProviders providers;

  OpenIdSignOut(OpenIdProviders providers) {
    this.providers = providers;
  }

  /** Before the session is gone: where its holder signs out. */
  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    HttpSession session = request.getSession(false);
    if (session != null
        && session.getAttribute(OpenIdReturn.REGISTRATION) instanceof String registration
        && session.getAttribute(OpenIdReturn.ID_TOKEN) instanceof String token) {
      String there = there(registration, token, request);
      if (there != null) {
        request.setAttribute(THERE, there);
      }
    }
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    response.sendRedirect(
        request.getAttribute(THERE) instanceof String there
            ? there
            : request.getContextPath() + OUT);
  }

  private @Nullable String there(String id, String token, HttpServletRequest request) {
    ClientRegistration registration;
    try {
      registration = providers.findByRegistrationId(id);
    } catch (IllegalArgumentException silent) {
      // Signing out here does not wait for a provider that does not answer.
      return null;
    }
    Object end =
        registration == null
            ? null
            : registration
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("end_session_endpoint");
    if (registration == null || end == null) {
      return null;
    }
    String back = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + OUT;
    return end
        + (end.toString().contains("?") ? "&" : "?")
        + "id_token_hint="
        + encoded(token)
        + "&client_id="
        + encoded(registration.getClientId())
        + "&post_logout_redirect_uri="
        + encoded(back);
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
