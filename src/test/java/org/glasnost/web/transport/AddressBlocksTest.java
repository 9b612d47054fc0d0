package org.glasnost.web.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which addresses an installation means, and as whom an address is counted. */
class AddressBlocksTest {

  @Test
  void holdsTheAddressesOfItsBlocksAndNoOthers() {
    AddressBlocks blocks =
        AddressBlocks.of(List.of("192.0.2.7", "198.51.100.0/28", "2001:db8::/64"));

    for (String in : List.of("192.0.2.7", "198.51.100.0", "198.51.100.15", "2001:db8::17")) {
      assertThat(blocks.contain(in)).as(in).isTrue();
    }
    for (String out :
        List.of("192.0.2.8", "198.51.100.16", "2001:db8:0:1::1", "10.0.0.1", "127.0.0.1", "")) {
      assertThat(blocks.contain(out)).as(out).isFalse();
    }
    assertThat(AddressBlocks.of(List.of()).contain("127.0.0.1")).isFalse();
  }

  @Test
  void namesAnEntryThatIsNoBlock() {
    for (String wrong :
        List.of(
            "proxy.example.gov",
            "10.0.0",
            "10.0.0.256",
            "10.0.0.0/33",
            "2001:db8::/129",
            "10.0.0.0/",
            "10.0.0.0/-1",
            "10\\.\\d+",
            "*",
            "dead.beef",
            "١٠.0.0.1")) {
      assertThatThrownBy(() -> AddressBlocks.of(List.of("192.0.2.7", wrong)))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + wrong + "'");
    }
    for (String everybody : List.of("0.0.0.0/0", "::/0")) {
      assertThatThrownBy(() -> AddressBlocks.of(List.of(everybody)))
          .hasMessageContaining("every address there is");
    }
  }

  @Test
  void isGivenToTomcatAsBlocksNeverAsAPattern() {
    assertThat(AddressBlocks.of(List.of("192.0.2.7", "198.51.100.0/28", "::1")).written())
        .isEqualTo("192.0.2.7/32,198.51.100.0/28,::1/128");
  }

  @Test
  void tellsHowFarAnAddressCallsFrom() {
    assertThat(List.of("127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"))
        .allMatch(address -> AddressClass.of(address) == AddressClass.LOOPBACK);
    assertThat(
            List.of(
                "10.1.2.3", "172.31.0.1", "192.168.0.9", "169.254.1.1", "fd00::2", "fe80::1%eth0"))
        .allMatch(address -> AddressClass.of(address) == AddressClass.PRIVATE_NETWORK);
    assertThat(List.of("192.0.2.2", "172.32.0.1", "2001:db8::1", "unknown", "localhost"))
        .allMatch(address -> AddressClass.of(address) == AddressClass.ELSEWHERE);
  }

  @Test
  void countsAnAddressOfIpv6ByItsNetwork() {
    assertThat(Addresses.countedAs("2001:db8:0:1::7"))
        .isEqualTo(Addresses.countedAs("2001:db8:0:1:ffff::8"))
        .isNotEqualTo(Addresses.countedAs("2001:db8:0:2::7"));
    assertThat(Addresses.countedAs("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(Addresses.countedAs("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(Addresses.countedAs("not an address")).isEqualTo("unknown");
  }
}
