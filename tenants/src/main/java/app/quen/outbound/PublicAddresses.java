package app.quen.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which addresses belong to the internet, by the registries of special ones of the IANA. */
final class PublicAddresses {

  /** Network and length of its prefix: what is special in IPv4. */
  private static final int[][] SPECIAL = {
    {0, 0, 0, 0, 8},
    {10, 0, 0, 0, 8},
    {100, 64, 0, 0, 10},
    {127, 0, 0, 0, 8},
    {169, 254, 0, 0, 16},
    {172, 16, 0, 0, 12},
    {192, 0, 0, 0, 24},
    {192, 0, 2, 0, 24},
    {192, 88, 99, 0, 24},
    {192, 168, 0, 0, 16},
    {198, 18, 0, 0, 15},
    {198, 51, 100, 0, 24},
    {203, 0, 113, 0, 24},
    {224, 0, 0, 0, 4},
    {240, 0, 0, 0, 4},
  };

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    if (address instanceof Inet4Address) {
      return isPublic(address.getAddress());
    }
    return address instanceof Inet6Address && isPublic6(address.getAddress());
  }

  private static boolean isPublic(byte[] address) {
    int number = number(address, 0);
    return Arrays.stream(SPECIAL)
        .noneMatch(
            special -> {
              int network = special[0] << 24 | special[1] << 16 | special[2] << 8 | special[3];
              return (number ^ network) >>> (32 - special[4]) == 0;
            });
  }

  /** Of IPv6 only 2000::/3 is given out; some of it leads into IPv4, or to no real place. */
  private static boolean isPublic6(byte[] address) {
    int first = number(address, 0);
    if (first == 0x0064ff9b && number(address, 4) == 0 && number(address, 8) == 0) {
      return isPublic(Arrays.copyOfRange(address, 12, 16)); // NAT64
    }
    boolean given = first >>> 29 == 1;
    boolean tunnel = first >>> 16 == 0x2002 || first == 0x20010000;
    boolean special = first >>> 9 == 0x20010000 >>> 9 || first == 0x20010db8;
    boolean documented = first >>> 12 == 0x3fff0000 >>> 12;
    return given && !tunnel && !special && !documented;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 255) << 24
        | (bytes[at + 1] & 255) << 16
        | (bytes[at + 2] & 255) << 8
        | bytes[at + 3] & 255;
  }

  /**
   * Those of the addresses that are public.
   *
   * @throws UnknownHostException if there is none
   */
  static InetAddress[] of(String host, InetAddress[] all) throws UnknownHostException {
    var open = Arrays.stream(all).filter(PublicAddresses::contain).toArray(InetAddress[]::new);
    if (open.length == 0) {
      throw new Hidden(host);
    }
    return open;
  }

  /** The name leads into a private network. */
  static final class Hidden extends UnknownHostException {
    Hidden(String host) {
      super(host + " is no public address");
    }
  }
}
