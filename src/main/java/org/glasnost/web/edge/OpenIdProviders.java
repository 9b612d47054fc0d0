package org.glasnost.web.edge;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.glasnost.authority.openid.OpenIdMapping;
import org.glasnost.authority.openid.OpenIdMappings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.stereotype.Component;

/**
 * The OpenID providers by whose word people sign in here: those that are configured and mapped. A
 * provider is asked where its endpoints are when it is first needed, not at the start: a provider
 * that does not answer keeps nobody else out.
 */
@Component
public class OpenIdProviders implements ClientRegistrationRepository {
  private static final String SETTINGS = "spring.security.oauth2.client";

  private final OAuth2ClientProperties settings;
  private final OpenIdMappings mappings;
  private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

  /** For Spring. */
  @Autowired
  OpenIdProviders(OpenIdMappings mappings, Environment environment) {
    this(
        mappings,
        Binder.get(environment)
            .bind(SETTINGS, OAuth2ClientProperties.class)
            .orElseGet(OAuth2ClientProperties::new));
  }

  OpenIdProviders(OpenIdMappings mappings, OAuth2ClientProperties settings) {
    this.mappings = mappings;
    this.settings = settings;
  }

  /**
   * A way to sign in that the sign-in page offers.
   *
   * @param registration as this installation calls the provider
   * @param name as the page calls it
   */
  public record Offered(String registration, String name) {}

  /** The ways in, by the order of their ids. */
  public List<Offered> offered() {
    return new TreeMap<>(settings.getRegistration())
        .entrySet().stream()
            .filter(entry -> mappings.of(entry.getKey()).isPresent())
            .map(
                entry ->
                    new Offered(
                        entry.getKey(),
                        Objects.requireNonNullElse(
                            entry.getValue().getClientName(), entry.getKey())))
            .toList();
  }

  /** The origins of the providers, to which a sign-out leads. */
  List<String> origins() {
    return offered().stream()
        .map(offered -> provider(offered.registration()))
        .flatMap(Optional::stream)
        .map(provider -> URI.create(provider.getIssuerUri()))
        .map(issuer -> issuer.getScheme() + "://" + issuer.getRawAuthority())
        .distinct()
        .toList();
  }

  /**
   * The mapping of a registration.
   *
   * @throws IllegalArgumentException if there is none, which is a bug of ours: the start asks for
   *     it
   */
  OpenIdMapping mapping(String registration) {
    return mappings
        .of(registration)
        .orElseThrow(() -> new IllegalArgumentException("no mapping of " + registration));
  }

  /** What tokens of a registration are signed with, and with nothing else. */
  SignatureAlgorithm algorithm(String registration) {
    return Objects.requireNonNull(
        SignatureAlgorithm.from(mapping(registration).algorithm().name()),
        "a mapping names asymmetric signatures");
  }

  /**
   * The registration, with what the provider says of itself; null where there is none.
   *
   * @throws IllegalArgumentException if the provider does not answer, or is another than it says
   */
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    ClientRegistration found = known.get(id);
    OAuth2ClientProperties.Registration registration = settings.getRegistration().get(id);
    if (found != null || registration == null || mappings.of(id).isEmpty()) {
      return found;
    }
    OAuth2ClientProperties alone = new OAuth2ClientProperties();
    alone.getRegistration().put(id, registration);
    alone.getProvider().putAll(settings.getProvider());
    ClientRegistration asked;
    try {
      asked =
          Objects.requireNonNull(
              new OAuth2ClientPropertiesMapper(alone).asClientRegistrations().get(id));
    } catch (IllegalStateException another) {
      // What answers there calls itself by another name than the one that is configured.
      throw new IllegalArgumentException("not the issuer of " + id, another);
    }
    known.put(id, asked);
    return asked;
  }

  private Optional<OAuth2ClientProperties.Provider> provider(String registration) {
    String named =
        Objects.requireNonNull(settings.getRegistration().get(registration)).getProvider();
    return Optional.ofNullable(settings.getProvider().get(named == null ? registration : named));
  }

  /** For messages. */
  @Override
  public String toString() {
    return offered().stream().map(Offered::registration).collect(Collectors.joining(", "));
  }
}
