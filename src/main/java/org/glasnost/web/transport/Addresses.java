package org.glasnost.web.transport;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads addresses as they are written. Never asks a name server. */
final class Addresses {
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\\.(?!$)|$)){4}");
  private static final Pattern IPV6 =
      Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%[\\w.-]+)?");

  private Addresses() {}

  /** The address that is written, if one is. */
  static Optional<InetAddress> literal(@Nullable String written) {
    if (written == null || !(IPV4.matcher(written).matches() || IPV6.matcher(written).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(withoutScope(written)));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  static boolean isLoopback(@Nullable String written) {
    return literal(written).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /**
   * Whom an address stands for: itself, or with IPv6 the network that one subscriber is given, of
   * which they may use any address.
   */
  static String countedAs(String written) {
    Optional<InetAddress> known = literal(written);
    if (known.isEmpty()) {
      return "unknown";
    }
    InetAddress address = known.get();
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address || address.isLoopbackAddress()) {
      return address.getHostAddress();
    }
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      network.append(String.format("%02x", bytes[i]));
    }
    return network.append("/64").toString();
  }

  private static String withoutScope(String written) {
    int scope = written.indexOf('%');
    return scope < 0 ? written : written.substring(0, scope);
  }
}
