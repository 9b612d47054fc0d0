package org.glasnost.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.glasnost.web.transport.TransportSettings;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Whether what is set for connections can be kept to. */
final class TransportAtStart {
  private static final Set<String> VERSIONS = Set.of("TLSv1.2", "TLSv1.3");

  /** Settings of the framework that would have headers believed of whoever sends them. */
  private static final List<String> BELIEVING =
      List.of(
          "server.tomcat.remoteip.remote-ip-header",
          "server.tomcat.remoteip.protocol-header",
          "server.tomcat.remoteip.internal-proxies",
          "server.tomcat.remoteip.trusted-proxies",
          "server.tomcat.remoteip.host-header",
          "server.tomcat.remoteip.port-header");

  private TransportAtStart() {}

  /** What keeps the application from starting; empty where nothing does. */
  static List<String> check(Environment environment) {
    List<String> reasons = new ArrayList<>(TransportSettings.faults(environment));
    List<String> believing =
        new ArrayList<>(BELIEVING.stream().filter(s -> isSet(environment, s)).toList());
    if (!environment
        .getProperty("server.forward-headers-strategy", "none")
        .toLowerCase(Locale.ROOT)
        .equals("none")) {
      believing.add(0, "server.forward-headers-strategy");
    }
    for (String setting : believing) {
      reasons.add(
          setting
              + " is not to be set: whom to believe that they speak for others stands in"
              + " glasnost.web.trusted-proxies.");
    }
    if (Binder.get(environment).bind("management.server", Map.class).isBound()) {
      reasons.add(
          "management.server.* is not to be set: health and measures are answered at the port of the"
              + " pages, under the same guard.");
    }
    List<String> versions = versions(environment);
    if (!VERSIONS.containsAll(versions)) {
      reasons.add(
          "server.ssl.enabled-protocols names "
              + String.join(", ", versions)
              + ": TLSv1.2 and TLSv1.3 are spoken, nothing older.");
    }
    return reasons;
  }

  private static boolean isSet(Environment environment, String setting) {
    return environment.getProperty(setting) != null;
  }

  private static List<String> versions(Environment environment) {
    try {
      return Binder.get(environment)
          .bind("server.ssl.enabled-protocols", Bindable.listOf(String.class))
          .orElse(List.of());
    } catch (BindException e) {
      return List.of("what is no list");
    }
  }
}
