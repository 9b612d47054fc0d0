package org.glasnost.web.transport;

import org.apache.catalina.valves.RemoteIpValve;

/**
 * Believes the proxies that are named, and nobody else. What others say of whom they speak for is a
 * header like any: Tomcat's own default, which believes every private network, is not used.
 *
 * <p>Believed are {@code X-Forwarded-For}, {@code -Proto} and {@code -Port}. The host is the {@code
 * Host} of the request, which the proxy passes on; no other header of the kind counts.
 */
final class TrustedProxies {
  static final String PROTOCOL = "X-Forwarded-Proto";

  private TrustedProxies() {}

  static RemoteIpValve valve(AddressBlocks trusted) {
    RemoteIpValve valve = new RemoteIpValve();
    valve.setInternalProxies(trusted.written());
    valve.setTrustedProxies(null);
    valve.setRemoteIpHeader("X-Forwarded-For");
    valve.setProtocolHeader(PROTOCOL);
    valve.setPortHeader("X-Forwarded-Port");
    valve.setHostHeader(null);
    return valve;
  }
}
