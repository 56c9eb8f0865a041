package app.quen.alert.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Networks of addresses. */
final class Networks {

  private Networks() {}

  /**
   * The first 16 bits of an IPv4 address, the first 40 of an IPv6 one: about a provider's region.
   */
  static String of(String address) {
    return bytes(address)
        .map(all -> all.length == 4 ? prefix(all, 16) : prefix(all, 40))
        .orElse(address);
  }

  /** Of an address as numbers; no name is ever looked up. */
  static Optional<byte[]> bytes(String address) {
    if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(address).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** In the form {@code 203.0.0.0/16}. */
  static String prefix(byte[] address, int bits) {
    byte[] network = Arrays.copyOf(address, address.length);
    for (int bit = bits; bit < network.length * 8; bit++) {
      network[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    try {
      return InetAddress.getByAddress(network).getHostAddress() + "/" + bits;
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
