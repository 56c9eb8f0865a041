package app.quen.web.request;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The proxies in front of us. What they say in X-Forwarded-For and -Proto is believed, and nobody
 * else: each one adds on the right whom it heard from, and what is to the left of that anybody can
 * write.
 */
record Proxies(Set<String> trusted) {

  /** Addresses with commas or spaces between them. */
  static Proxies read(String setting) {
    return new Proxies(
        Arrays.stream(setting.split("[,\\s]+"))
            .filter(address -> !address.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Where a request comes from.
   *
   * @param peer who holds the other end of the connection
   * @param forwarded every X-Forwarded-For header in its order: some proxies add a line of their
   *     own
   */
  String origin(String peer, List<String> forwarded) {
    if (!trusted.contains(peer)) {
      return peer;
    }
    var hops = String.join(",", forwarded).split(",");
    for (int i = hops.length - 1; i >= 0; i--) {
      var hop = hops[i].strip();
      if (!hop.isEmpty() && !trusted.contains(hop)) {
        return hop;
      }
    }
    return peer;
  }

  /**
   * Whether the one who asks came to a proxy of ours by HTTPS.
   *
   * @param said every X-Forwarded-Proto header in its order; the last word is that of the proxy
   *     that we know
   */
  boolean sawHttps(String peer, List<String> said) {
    var words = String.join(",", said).split(",");
    return trusted.contains(peer) && words[words.length - 1].strip().equalsIgnoreCase("https");
  }
}
