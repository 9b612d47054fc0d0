package org.glasnost.setup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.glasnost.web.edge.CertificateRules;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Finds how people sign in besides the password: in the file of {@code glasnost.sign-in}; else in
 * {@code config/sign-in.yaml} of the directory where it is started, if there is one; else in the
 * jar.
 */
@Configuration(proxyBeanMethods = false)
class SignInAtStart {
  private static final FileAtStart IN_FORCE =
      new FileAtStart("config/sign-in.yaml", "glasnost.sign-in", "how people sign in");
  private static final String LISTS = "glasnost.certificates.revocation-lists";
  private static final Set<String> ASKING = Set.of("want", "need");

  SignInAtStart() {}

  @Bean
  CertificateRules certificateRules(Environment environment) throws IOException {
    return CertificateRules.read(IN_FORCE.bytes(environment));
  }

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    List<String> reasons = new ArrayList<>();
    reasons.addAll(
        IN_FORCE.check(
            environment,
            bytes -> {
              if (CertificateRules.read(bytes).on()) {
                reasons.addAll(checkCertificates(environment));
              }
            }));
    return reasons;
  }

  /** Certificates are taken over our own TLS alone, and never without knowing what was revoked. */
  private static List<String> checkCertificates(Environment environment) {
    List<String> reasons = new ArrayList<>();
    String asks =
        environment.getProperty("server.ssl.client-auth", "none").toLowerCase(Locale.ROOT);
    if (!ASKING.contains(asks)) {
      reasons.add(
          "Certificates are to sign people in (config/sign-in.yaml), but nobody is asked for one:"
              + " set server.ssl.client-auth to want.");
    }
    if (Stream.of("bundle", "trust-store", "trust-certificate")
        .allMatch(source -> environment.getProperty("server.ssl." + source, "").isEmpty())) {
      reasons.add(
          "Certificates are to sign people in (config/sign-in.yaml), but no authority of theirs is"
              + " trusted: set server.ssl.trust-store.");
    }
    if (Binder.get(environment)
        .bind(LISTS, Bindable.listOf(String.class))
        .orElse(List.of())
        .isEmpty()) {
      reasons.add(
          LISTS
              + " is not set: the files with the revocation lists of the authorities whose"
              + " certificates sign people in.");
    }
    return reasons;
  }
}
