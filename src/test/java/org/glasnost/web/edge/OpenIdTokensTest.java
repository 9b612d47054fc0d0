package org.glasnost.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.glasnost.authority.openid.OpenIdMappings;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.Agency;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtException;

/** What a token has to be to count: through the decoders that the application uses. */
class OpenIdTokensTest {
  private static final String NONCE = "a-nonce-of-this-browser";
  private static final StubProvider PROVIDER = new StubProvider();
  private static final StubProvider ANOTHER = new StubProvider();
  private static final OpenIdProviders PROVIDERS = providers(PROVIDER.issuer());
  private static final OpenIdTokens TOKENS = new OpenIdTokens(PROVIDERS, Clock.systemUTC());

  @BeforeAll
  static void theProviderIsThere() {
    assertThat(PROVIDERS.offered()).extracting("name").containsExactly("The agency");
  }

  @AfterAll
  static void closes() {
    PROVIDER.close();
    ANOTHER.close();
  }

  private static OpenIdProviders providers(String issuer) {
    OAuth2ClientProperties settings = new OAuth2ClientProperties();
    OAuth2ClientProperties.Registration registration = new OAuth2ClientProperties.Registration();
    registration.setClientId(StubProvider.CLIENT);
    registration.setClientSecret("secret");
    registration.setClientName("The agency");
    registration.setScope(Set.of("openid"));
    OAuth2ClientProperties.Provider provider = new OAuth2ClientProperties.Provider();
    provider.setIssuerUri(issuer);
    settings.getRegistration().put("agency", registration);
    settings.getProvider().put("agency", provider);
    String mapping =
        """
        registrations:
          agency:
            userName: preferred_username
            displayName: name
            position: {constant: Reviewer}
            agency: {claim: agency, values: {State: STATE}}
        """;
    Agencies agencies =
        new Agencies(
            List.of(new Agency("STATE", "State", List.of(), List.of(), null, null, List.of())));
    return new OpenIdProviders(
        OpenIdMappings.read("test", mapping.getBytes(StandardCharsets.UTF_8), agencies), settings);
  }

  private static ClientRegistration registration() {
    return Objects.requireNonNull(PROVIDERS.findByRegistrationId("agency"));
  }

  /** Comes back from the provider with that ID token behind the code. */
  private static Authentication returnsWith(String token) {
    OAuth2AuthorizationRequest asked =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(PROVIDER.issuer() + "/authorize")
            .clientId(StubProvider.CLIENT)
            .redirectUri("http://localhost/login/oauth2/code/agency")
            .scope("openid")
            .state("state")
            .attributes(of -> of.put(OidcParameterNames.NONCE, NONCE))
            .build();
    OAuth2AuthorizationResponse answered =
        OAuth2AuthorizationResponse.success(PROVIDER.codeFor(token))
            .redirectUri("http://localhost/login/oauth2/code/agency")
            .state("state")
            .build();
    return Objects.requireNonNull(
        TOKENS
            .ofSignIns()
            .authenticate(
                new OAuth2LoginAuthenticationToken(
                    registration(), new OAuth2AuthorizationExchange(asked, answered))));
  }

  private static JWTClaimsSet.Builder claims() {
    return PROVIDER.claims("subject-1", hash(NONCE));
  }

  /** The provider is told the hash of a nonce that stays here. */
  private static String hash(String nonce) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(nonce.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refused(String because, String token) {
    assertThatThrownBy(() -> returnsWith(token))
        .as(because)
        .isInstanceOf(OAuth2AuthenticationException.class);
  }

  @Test
  void countsWhereTheProviderSignedItForThisBrowser() {
    assertThat(returnsWith(PROVIDER.signed(claims().build())).isAuthenticated()).isTrue();
  }

  @Test
  void refusesTheAlgorithmNone() {
    refused("none", new PlainJWT(claims().build()).serialize());
    String[] parts = PROVIDER.signed(claims().build()).split("\\.", -1);
    for (String none : List.of("none", "None", "NONE", "nOnE")) {
      String header = encoded("{\"alg\":\"" + none + "\",\"kid\":\"of-the-provider\"}");
      refused(none, header + "." + parts[1] + ".");
      refused(none, header + "." + parts[1] + "." + parts[2]);
    }
  }

  @Test
  void refusesTheProvidersPublicKeyAsASharedSecret() throws JOSEException {
    RSAKey key = PROVIDER.key();
    byte[] der = key.toRSAPublicKey().getEncoded();
    byte[] pem =
        ("-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] jwk = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    for (byte[] secret : List.of(der, pem, jwk, key.getModulus().decode())) {
      for (JWSAlgorithm algorithm :
          List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
        JWSHeader header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
        refused(
            algorithm.getName(),
            StubProvider.signed(claims().build(), header, new MACSigner(secret)));
      }
    }
  }

  @Test
  void refusesAlgorithmsThatTheMappingDoesNotName() {
    for (JWSAlgorithm algorithm :
        List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      refused(
          algorithm.getName(), StubProvider.signed(claims().build(), PROVIDER.key(), algorithm));
    }
  }

  @Test
  void refusesAnotherKeyUnderTheSameNameAndAKeyThatTheTokenBrings() throws JOSEException {
    RSAKey forged = new RSAKeyGenerator(2048).keyID("of-the-provider").generate();
    refused("another key", StubProvider.signed(claims().build(), forged, JWSAlgorithm.RS256));
    refused("a key of another provider", ANOTHER.signed(claims().build()));
    JWSHeader brought =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("of-the-provider")
            .jwk(forged.toPublicJWK())
            .jwkURL(URI.create(ANOTHER.issuer() + "/keys"))
            .build();
    refused(
        "a key of its own",
        StubProvider.signed(claims().build(), brought, new RSASSASigner(forged)));
  }

  @Test
  void refusesWhatIsNotOfThisIssuerForThisClientOfNowForThisBrowser() {
    Date past = Date.from(Instant.now().minusSeconds(3600));
    refused("issuer", PROVIDER.signed(claims().issuer(ANOTHER.issuer()).build()));
    refused("issuer", PROVIDER.signed(claims().issuer(PROVIDER.issuer() + "/").build()));
    refused("issuer", PROVIDER.signed(claims().issuer(null).build()));
    refused("audience", PROVIDER.signed(claims().audience("another").build()));
    refused("audience", PROVIDER.signed(claims().audience(List.of()).build()));
    refused(
        "authorized party",
        PROVIDER.signed(
            claims()
                .audience(List.of(StubProvider.CLIENT, "another"))
                .claim("azp", "another")
                .build()));
    refused("expired", PROVIDER.signed(claims().expirationTime(past).build()));
    refused("without an end", PROVIDER.signed(claims().expirationTime(null).build()));
    refused("without a subject", PROVIDER.signed(claims().subject(null).build()));
    refused("nonce", PROVIDER.signed(claims().claim("nonce", hash("another")).build()));
    refused("nonce not hashed", PROVIDER.signed(claims().claim("nonce", NONCE).build()));
    refused("no nonce", PROVIDER.signed(claims().claim("nonce", null).build()));
    refused("a logout token", PROVIDER.signed(PROVIDER.logout("subject-1").build()));
    refused("gibberish", "x.y.z");
    refused("changed", changed(PROVIDER.signed(claims().build())));
  }

  @Test
  void asksNoProviderThatCallsItselfByAnotherNameThanIsConfiguredOrThatIsNotThere() {
    for (String issuer :
        new String[] {PROVIDER.issuer().replace("127.0.0.1", "localhost"), "http://127.0.0.1:1"}) {
      OpenIdProviders providers = providers(issuer);
      assertThatThrownBy(() -> providers.findByRegistrationId("agency"))
          .as(issuer)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void takesALogoutTokenAndNothingThatIsNone() throws JOSEException {
    assertThat(ofLogout(PROVIDER.logout("s").build())).isEqualTo("s");
    RSAKey forged = new RSAKeyGenerator(2048).keyID("of-the-provider").generate();
    String by = StubProvider.signed(PROVIDER.logout("s").build(), forged, JWSAlgorithm.RS256);
    assertThatThrownBy(() -> TOKENS.ofLogout(registration(), by)).isInstanceOf(JwtException.class);
    String plain = new PlainJWT(PROVIDER.logout("s").build()).serialize();
    assertThatThrownBy(() -> TOKENS.ofLogout(registration(), plain))
        .isInstanceOf(JwtException.class);
    Date past = Date.from(Instant.now().minusSeconds(3600));
    Date ahead = Date.from(Instant.now().plusSeconds(3600));
    for (JWTClaimsSet wrong :
        List.of(
            claims().build(),
            PROVIDER.logout("s").issuer(ANOTHER.issuer()).build(),
            PROVIDER.logout("s").audience("another").build(),
            PROVIDER.logout("s").issueTime(past).build(),
            PROVIDER.logout("s").issueTime(ahead).build(),
            PROVIDER.logout("s").issueTime(null).build(),
            PROVIDER.logout("s").expirationTime(past).build(),
            PROVIDER.logout("s").claim("events", null).build(),
            PROVIDER.logout("s").claim("events", Map.of("another", Map.of())).build(),
            PROVIDER.logout("s").claim("nonce", "n").build(),
            PROVIDER.logout("s").jwtID(null).build(),
            PROVIDER.logout("s").subject(null).build(),
            PROVIDER.logout("x".repeat(256)).build())) {
      assertThatThrownBy(() -> ofLogout(wrong))
          .as(wrong.toString())
          .isInstanceOf(JwtException.class);
    }
  }

  private static String ofLogout(JWTClaimsSet claims) {
    return String.valueOf(TOKENS.ofLogout(registration(), PROVIDER.signed(claims)).getSubject());
  }

  private static String changed(String token) {
    String[] parts = token.split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return parts[0] + "." + encoded(claims.replace("subject-1", "subject-2")) + "." + parts[2];
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
