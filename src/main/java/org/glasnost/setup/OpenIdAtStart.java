package org.glasnost.setup;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glasnost.authority.openid.OpenIdMappings;
import org.glasnost.policy.Agencies;
import org.glasnost.policy.PolicyFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/**
 * Finds what the claims of OpenID providers mean here: in the file of {@code
 * glasnost.openid.mapping}; else in {@code config/openid.yaml} of the directory where it is
 * started, if there is one; else in the jar, which means that nobody signs in by a provider.
 */
final class OpenIdAtStart {
  /** Its path among the files of policy, the same wherever it lies. */
  static final String FILE = "config/openid.yaml";

  private static final FileAtStart IN_FORCE =
      new FileAtStart(
          FILE, "glasnost.openid.mapping", "what the claims of OpenID providers mean here");
  private static final String CLIENT = "spring.security.oauth2.client";
  private static final String AGENCIES = "config/equity-holders.yaml";
  private static final String CODE = "authorization_code";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  private OpenIdAtStart() {}

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    OpenIdMappings mappings;
    try {
      byte[] agencies = new ClassPathResource(AGENCIES).getContentAsByteArray();
      mappings = mappings(environment, new PolicyFiles(Map.of(AGENCIES, agencies)).agencies());
    } catch (IOException | InvalidPathException e) {
      return List.of(IN_FORCE.unreadable(environment));
    } catch (OpenIdMappings.Unreadable e) {
      return e.wrong();
    }
    List<String> reasons = new ArrayList<>();
    try {
      OAuth2ClientProperties client =
          Binder.get(environment)
              .bind(CLIENT, OAuth2ClientProperties.class)
              .orElseGet(OAuth2ClientProperties::new);
      client
          .getRegistration()
          .forEach((id, registration) -> check(id, registration, client, mappings, reasons));
    } catch (BindException e) {
      reasons.add(CLIENT + " does not read: see " + e.getName() + ".");
    }
    return reasons;
  }

  private static void check(
      String id,
      OAuth2ClientProperties.Registration registration,
      OAuth2ClientProperties client,
      OpenIdMappings mappings,
      List<String> reasons) {
    String at = CLIENT + ".registration." + id;
    if (mappings.of(id).isEmpty()) {
      reasons.add(
          at
              + " has no mapping: nothing is given by default. Write an entry "
              + id
              + " in the file of "
              + IN_FORCE.setting()
              + ".");
    }
    if (registration.getScope() == null || !registration.getScope().contains("openid")) {
      reasons.add(at + ".scope does not name openid: without it, nobody says who signs in.");
    }
    if (isBlank(registration.getClientId())) {
      reasons.add(at + ".client-id is not set: how the provider calls this installation.");
    }
    String grant = registration.getAuthorizationGrantType();
    if (grant != null && !grant.equals(CODE)) {
      reasons.add(at + ".authorization-grant-type is " + CODE + " where people sign in.");
    }
    String provider = registration.getProvider() == null ? id : registration.getProvider();
    OAuth2ClientProperties.Provider named = client.getProvider().get(provider);
    String issuer = named == null ? null : named.getIssuerUri();
    if (issuer == null || issuer.isBlank()) {
      reasons.add(
          CLIENT
              + ".provider."
              + provider
              + ".issuer-uri is not set: a token counts only from the issuer that is named.");
    } else if (!isOverTls(issuer)) {
      reasons.add(
          CLIENT
              + ".provider."
              + provider
              + ".issuer-uri is no https address: whoever is on the way could be the provider.");
    }
  }

  /** Or on this machine, where nobody is on the way. */
  private static boolean isOverTls(String issuer) {
    try {
      URI address = new URI(issuer);
      String host = address.getHost();
      return host != null
          && ("https".equals(address.getScheme())
              || ("http".equals(address.getScheme()) && LOOPBACK.contains(host)));
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /**
   * The mappings in force.
   *
   * @throws IOException if the file cannot be read
   * @throws OpenIdMappings.Unreadable with everything that is wrong in it
   */
  static OpenIdMappings mappings(Environment environment, Agencies agencies) throws IOException {
    return OpenIdMappings.read(
        IN_FORCE.place(environment).orElse(FILE), bytes(environment), agencies);
  }

  /**
   * The file in force.
   *
   * @throws IOException if it cannot be read
   */
  static byte[] bytes(Environment environment) throws IOException {
    return IN_FORCE.bytes(environment);
  }
}
