package org.glasnost.web.transport;

import java.net.Inet6Address;
import java.net.InetAddress;

/** From how far an address calls. */
enum AddressClass {
  /** This machine. */
  LOOPBACK("loopback"),
  /** A private network (RFC 1918, RFC 4193) or the link itself. */
  PRIVATE_NETWORK("private-network"),
  /** Anywhere else, and whatever is no address. */
  ELSEWHERE("elsewhere");

  private final String setting;

  AddressClass(String setting) {
    this.setting = setting;
  }

  String setting() {
    return setting;
  }

  static AddressClass of(String address) {
    return Addresses.literal(address).map(AddressClass::of).orElse(ELSEWHERE);
  }

  private static AddressClass of(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return LOOPBACK;
    }
    boolean uniqueLocal =
        address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    return address.isSiteLocalAddress() || address.isLinkLocalAddress() || uniqueLocal
        ? PRIVATE_NETWORK
        : ELSEWHERE;
  }
}
