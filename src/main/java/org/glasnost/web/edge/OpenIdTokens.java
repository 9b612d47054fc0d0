package org.glasnost.web.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Verifies what providers say: the ID token of a sign-in and the logout token of a sign-out. Signed
 * by the provider's own key with the one algorithm that the mapping names, from its issuer, for
 * this client, of now.
 */
@Component
class OpenIdTokens {
  /** How far clocks may be apart. */
  static final Duration SKEW = Duration.ofSeconds(60);

  /** How old a logout token may be, beside that. */
  private static final Duration LOGOUT_WITHIN = Duration.ofMinutes(5);

  private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final List<String> LOGOUT_TYPES = List.of("logout+jwt", "jwt", "");

  private final OpenIdProviders providers;
  private final Clock clock;
  private final Map<String, JwtDecoder> ofLogout = new ConcurrentHashMap<>();

  OpenIdTokens(OpenIdProviders providers, Clock clock) {
    this.providers = providers;
    this.clock = clock;
  }

  /**
   * Turns the code of a return into the claims of an ID token that was verified, its nonce too.
   * Nothing is asked of the provider beside that: what counts is what it has signed.
   */
  AuthenticationProvider ofSignIns() {
    OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
    decoders.setJwsAlgorithmResolver(
        registration -> providers.algorithm(registration.getRegistrationId()));
    OidcAuthorizationCodeAuthenticationProvider provider =
        new OidcAuthorizationCodeAuthenticationProvider(
            new RestClientAuthorizationCodeTokenResponseClient(),
            asked -> new DefaultOidcUser(List.of(), asked.getIdToken()));
    provider.setJwtDecoderFactory(decoders);
    return provider;
  }

  /**
   * The claims of a logout token.
   *
   * @throws org.springframework.security.oauth2.jwt.JwtException if it is none that counts
   */
  Jwt ofLogout(ClientRegistration registration, String token) {
    return ofLogout
        .computeIfAbsent(registration.getRegistrationId(), id -> logoutDecoder(registration))
        .decode(token);
  }

  private JwtDecoder logoutDecoder(ClientRegistration registration) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(
                Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
            .jwsAlgorithm(providers.algorithm(registration.getRegistrationId()))
            .validateType(false)
            .build();
    JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
    times.setClock(clock);
    OAuth2TokenValidator<Jwt> counts = token -> logout(token, registration);
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, counts));
    return decoder;
  }

  /** Source: OpenID Connect Back-Channel Logout 1.0 section 2.6. */
  private OAuth2TokenValidatorResult logout(Jwt token, ClientRegistration registration) {
    Instant now = clock.instant();
    Instant issued = token.getIssuedAt();
    Object type = token.getHeaders().getOrDefault("typ", "");
    Map<String, Object> events = token.getClaimAsMap("events");
    boolean counts =
        LOGOUT_TYPES.contains(type.toString().toLowerCase(Locale.ROOT))
            && token.getClaimAsString("iss") != null
            && token
                .getClaimAsString("iss")
                .equals(registration.getProviderDetails().getIssuerUri())
            && token.getAudience() != null
            && token.getAudience().contains(registration.getClientId())
            && issued != null
            && !issued.isAfter(now.plus(SKEW))
            && !issued.isBefore(now.minus(LOGOUT_WITHIN).minus(SKEW))
            && events != null
            && events.containsKey(LOGOUT_EVENT)
            && !token.hasClaim("nonce")
            && isShort(token.getId())
            && (isShort(token.getSubject()) || isShort(token.getClaimAsString("sid")));
    return counts
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request"));
  }

  private static boolean isShort(@Nullable String text) {
    return text != null && !text.isEmpty() && text.length() <= OpenIdSessions.LONGEST;
  }
}
