package org.glasnost.web.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What an installation sets for its transport.
 *
 * @param trustedProxies who is believed when it says whom it speaks for, and over what
 * @param caller how often one signed-in caller may call
 * @param calls how often one address may call without being known, by its class
 * @param signIns how often one address may try to be known, by its class
 * @param head for how long a request may be without its head, a connection without its handshake
 * @param bodyGrace for how long a body may come slowly
 * @param bodyPerSecond how many bytes of a body must come each second after that, on average
 */
public record TransportSettings(
    AddressBlocks trustedProxies,
    Rate caller,
    Map<AddressClass, Rate> calls,
    Map<AddressClass, Rate> signIns,
    Duration head,
    Duration bodyGrace,
    int bodyPerSecond) {
  private static final String TRUSTED = "glasnost.web.trusted-proxies";
  private static final String LIMITS = "glasnost.web.limits.";
  private static final String PATIENCE = "glasnost.web.patience.";

  /** Copies the tables. */
  public TransportSettings {
    calls = Map.copyOf(calls);
    signIns = Map.copyOf(signIns);
  }

  /**
   * How often something may be done.
   *
   * @param perSecond for as long as one likes
   * @param burst at once, after a time of less
   */
  public record Rate(int perSecond, int burst) {}

  /** What is wrong with the settings, in words for whoever sets them; empty where nothing is. */
  public static List<String> faults(Environment environment) {
    List<String> faults = new ArrayList<>();
    read(environment, faults);
    return List.copyOf(faults);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if something is wrong with them
   */
  public static TransportSettings of(Environment environment) {
    List<String> faults = new ArrayList<>();
    TransportSettings settings = read(environment, faults);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", faults));
    }
    return settings;
  }

  private static TransportSettings read(Environment environment, List<String> faults) {
    return new TransportSettings(
        trustedProxies(environment, faults),
        rate(environment, LIMITS + "caller", faults),
        rates(environment, LIMITS + "calls", faults),
        rates(environment, LIMITS + "sign-ins", faults),
        time(environment, PATIENCE + "head", faults),
        time(environment, PATIENCE + "body-grace", faults),
        number(environment, PATIENCE + "body-per-second", faults));
  }

  private static AddressBlocks trustedProxies(Environment environment, List<String> faults) {
    try {
      return AddressBlocks.of(
          Binder.get(environment)
              .bind(TRUSTED, Bindable.listOf(String.class))
              .orElse(List.of())
              .stream()
              .map(String::strip)
              .toList());
    } catch (IllegalArgumentException e) {
      faults.add(
          TRUSTED
              + ": "
              + e.getMessage()
              + ". It lists the proxies before this installation, and nobody else.");
    }
    return AddressBlocks.of(List.of());
  }

  private static Map<AddressClass, Rate> rates(
      Environment environment, String setting, List<String> faults) {
    Map<AddressClass, Rate> rates = new EnumMap<>(AddressClass.class);
    for (AddressClass from : AddressClass.values()) {
      rates.put(from, rate(environment, setting + "." + from.setting(), faults));
    }
    return rates;
  }

  private static Rate rate(Environment environment, String setting, List<String> faults) {
    return new Rate(
        number(environment, setting + ".per-second", faults),
        number(environment, setting + ".burst", faults));
  }

  private static int number(Environment environment, String setting, List<String> faults) {
    Integer number = bound(environment, setting, Integer.class);
    if (number == null || number < 1) {
      faults.add(setting + " is a whole number of at least 1.");
      return 1;
    }
    return number;
  }

  private static Duration time(Environment environment, String setting, List<String> faults) {
    Duration time = bound(environment, setting, Duration.class);
    if (time == null || time.compareTo(Duration.ofSeconds(1)) < 0) {
      faults.add(setting + " is a time of at least a second, such as 20s.");
      return Duration.ofSeconds(1);
    }
    return time;
  }

  private static <T> @Nullable T bound(Environment environment, String setting, Class<T> type) {
    try {
      return Binder.get(environment).bind(setting, type).orElse(null);
    } catch (BindException e) {
      return null;
    }
  }

  Rate calls(AddressClass from) {
    return Objects.requireNonNull(calls.get(from));
  }

  Rate signIns(AddressClass from) {
    return Objects.requireNonNull(signIns.get(from));
  }
}
