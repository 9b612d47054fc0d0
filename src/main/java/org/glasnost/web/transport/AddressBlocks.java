package org.glasnost.web.transport;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.util.NetMask;

/**
 * Addresses and blocks of addresses, as an installation lists them. Names of hosts are none:
 * whoever answers for a name could make itself one of them.
 */
public final class AddressBlocks {
  private final List<String> entries;
  private final List<NetMask> blocks;

  private AddressBlocks(List<String> entries, List<NetMask> blocks) {
    this.entries = List.copyOf(entries);
    this.blocks = List.copyOf(blocks);
  }

  /**
   * Reads a list such as {@code 192.0.2.7, 198.51.100.0/28, 2001:db8::/64}.
   *
   * @throws IllegalArgumentException if an entry is neither an address nor a block, or is the block
   *     of all addresses; its message names the entry
   */
  public static AddressBlocks of(List<String> entries) {
    return new AddressBlocks(entries, entries.stream().map(AddressBlocks::block).toList());
  }

  private static NetMask block(String entry) {
    int slash = entry.indexOf('/');
    Optional<InetAddress> address =
        Addresses.literal(slash < 0 ? entry : entry.substring(0, slash));
    String prefix = slash < 0 ? "" : entry.substring(slash + 1);
    if (address.isEmpty() || (slash >= 0 && !prefix.matches("[0-9]{1,3}"))) {
      throw new IllegalArgumentException(
          "'" + entry + "' is neither an address nor a block such as 198.51.100.0/28");
    }
    int most = address.get().getAddress().length * 8;
    int bits = slash < 0 ? most : Integer.parseInt(prefix);
    if (bits > most) {
      throw new IllegalArgumentException(
          "'" + entry + "' has more than the " + most + " bits of an address");
    }
    if (bits == 0) {
      throw new IllegalArgumentException("'" + entry + "' is every address there is");
    }
    return new NetMask(entry);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** Whether an address is one of them. */
  boolean contain(String address) {
    return Addresses.literal(address)
        .filter(known -> blocks.stream().anyMatch(block -> block.matches(known)))
        .isPresent();
  }

  /** The blocks as Tomcat reads them: what has no slash it takes for a pattern of letters. */
  String written() {
    return String.join(",", entries.stream().map(AddressBlocks::asBlock).toList());
  }

  private static String asBlock(String entry) {
    if (entry.indexOf('/') >= 0) {
      return entry;
    }
    return entry + (entry.indexOf(':') >= 0 ? "/128" : "/32");
  }
}
