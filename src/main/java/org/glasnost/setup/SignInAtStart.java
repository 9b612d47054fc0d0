package org.glasnost.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.glasnost.web.edge.CertificateRules;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/**
 * Finds how people sign in besides the password: in the file of {@code glasnost.sign-in}; else in
 * {@code config/sign-in.yaml} of the directory where it is started, if there is one; else in the
 * jar.
 */
@Configuration(proxyBeanMethods = false)
class SignInAtStart {
  private static final String FILE = "config/sign-in.yaml";
  private static final String SETTING = "glasnost.sign-in";
  private static final String LISTS = "glasnost.certificates.revocation-lists";
  private static final Set<String> ASKING = Set.of("want", "need");

  SignInAtStart() {}

  @Bean
  CertificateRules certificateRules(Environment environment) throws IOException {
    return CertificateRules.read(bytes(environment));
  }

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    try {
      return CertificateRules.read(bytes(environment)).on()
          ? checkCertificates(environment)
          : List.of();
    } catch (IOException | InvalidPathException e) {
      return List.of(
          SETTING
              + " names no file that can be read: how people sign in ("
              + environment.getProperty(SETTING, FILE)
              + ").");
    } catch (IllegalArgumentException e) {
      return List.of(
          "How people sign in cannot be taken from "
              + file(environment).map(Path::toString).orElse("the jar")
              + ": "
              + e.getMessage()
              + ".");
    }
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

  private static byte[] bytes(Environment environment) throws IOException {
    Optional<Path> file = file(environment);
    return file.isPresent()
        ? Files.readAllBytes(file.get())
        : new ClassPathResource(FILE).getContentAsByteArray();
  }

  private static Optional<Path> file(Environment environment) {
    String setting = environment.getProperty(SETTING, "");
    if (!setting.isEmpty()) {
      return Optional.of(Path.of(setting).toAbsolutePath().normalize());
    }
    return Optional.of(Path.of(FILE).toAbsolutePath()).filter(Files::isRegularFile);
  }
}
