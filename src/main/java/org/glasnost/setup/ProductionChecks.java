package org.glasnost.setup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.glasnost.audit.JournalKeySettings;
import org.glasnost.content.KeystoreFile;
import org.glasnost.marking.ClassificationLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What must be set before anything starts. In production no key is made and no secret has a
 * default; the demonstration, whose passwords everybody knows, answers on this machine alone. The
 * registers of markings, what the office decides, how long it keeps events and its list of refused
 * passwords are checked with it, so that everything that is wrong is told at once.
 */
public final class ProductionChecks
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /** For Spring. */
  public ProductionChecks() {}

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    DataDirectory.settle(context.getEnvironment());
    List<String> reasons = new ArrayList<>(check(context.getEnvironment()));
    reasons.addAll(TransportAtStart.check(context.getEnvironment()));
    reasons.addAll(SignInAtStart.check(context.getEnvironment()));
    reasons.addAll(RegistersAtStart.check(context.getEnvironment()));
    reasons.addAll(OfficePolicyAtStart.check(context.getEnvironment()));
    reasons.addAll(RetentionAtStart.check(context.getEnvironment()));
    reasons.addAll(RefusedPasswordsAtStart.check(context.getEnvironment()));
    reasons.addAll(OpenIdAtStart.check(context.getEnvironment()));
    if (!reasons.isEmpty()) {
      throw new CannotStart(reasons);
    }
    DataDirectory.make(context.getEnvironment());
  }

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    List<String> reasons = new ArrayList<>();
    boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
    boolean production = environment.getProperty("glasnost.production", Boolean.class, true);
    if (demo) {
      if (!isLoopback(environment.getProperty("server.address"))) {
        reasons.add(
            "The profile demo answers on this machine alone: leave server.address at 127.0.0.1.");
      }
      if (production) {
        reasons.add("The profile demo is no production: leave glasnost.production at false.");
      }
      return reasons;
    }
    if (!production) {
      reasons.add("Only the profile demo may set glasnost.production to false.");
    }
    String accreditation = environment.getProperty("glasnost.accreditation", "");
    if (accreditation.isEmpty()) {
      reasons.add(
          "glasnost.accreditation is not set: the highest level that this system may hold, such as"
              + " SECRET.");
    } else if (Arrays.stream(ClassificationLevel.values())
        .noneMatch(level -> level.name().equals(accreditation))) {
      reasons.add(
          "glasnost.accreditation names no level. It is one of "
              + Arrays.toString(ClassificationLevel.values())
              + ".");
    }
    requireFile(
        environment,
        "glasnost.keystore.file",
        "the keystore that wraps the keys of all content",
        reasons);
    if (environment.getProperty("glasnost.keystore.password", "").isEmpty()) {
      reasons.add("glasnost.keystore.password is not set: the password of that keystore.");
    } else if (reasons.stream().noneMatch(reason -> reason.startsWith("glasnost.keystore"))) {
      requireOpening(environment, reasons);
    }
    reasons.addAll(
        new JournalKeySettings(
                name -> {
                  String value = environment.getProperty(name, "");
                  return value.isEmpty() ? null : value;
                })
            .flaws());
    if (inClearForOthers(environment)) {
      reasons.add(
          "Passwords would come in clear: production answers others by TLS alone. Give it a"
              + " certificate (server.ssl.*), or name the proxies with TLS before it"
              + " (glasnost.web.trusted-proxies), or have it answer on this machine alone"
              + " (server.address=127.0.0.1).");
    }
    return reasons;
  }

  /** Neither TLS, nor a proxy that has it, nor an address that only this machine reaches. */
  private static boolean inClearForOthers(Environment environment) {
    return !hasCertificate(environment)
        && Binder.get(environment)
            .bind("glasnost.web.trusted-proxies", Bindable.listOf(String.class))
            .orElse(List.of())
            .isEmpty()
        && !isLoopback(environment.getProperty("server.address"));
  }

  private static boolean hasCertificate(Environment environment) {
    return environment.getProperty("server.ssl.enabled", Boolean.class, true)
        && Stream.of("bundle", "key-store", "certificate")
            .anyMatch(source -> !environment.getProperty("server.ssl." + source, "").isEmpty());
  }

  private static void requireFile(
      Environment environment, String property, String what, List<String> reasons) {
    String file = environment.getProperty(property, "");
    if (file.isEmpty()) {
      reasons.add(property + " is not set: " + what + ".");
    } else if (!Files.isReadable(Path.of(file))) {
      reasons.add(property + " names no file that can be read: " + what + ".");
    }
  }

  /** Opens it once now: later, what does not open would end the start in the middle. */
  private static void requireOpening(Environment environment, List<String> reasons) {
    Path file = Path.of(environment.getRequiredProperty("glasnost.keystore.file"));
    String password = environment.getRequiredProperty("glasnost.keystore.password");
    try {
      if (KeystoreFile.open(file, password.toCharArray()).isEmpty()) {
        reasons.add(
            "glasnost.keystore.file holds no key for content: it is not one that the command keys"
                + " made.");
      }
    } catch (IOException e) {
      reasons.add(
          "glasnost.keystore.password does not open what glasnost.keystore.file names: the password"
              + " is another one, or the file is no keystore.");
    }
  }

  private static boolean isLoopback(@Nullable String address) {
    if (address == null || address.isBlank()) {
      return false;
    }
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
